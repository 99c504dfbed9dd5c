package se.omsorgsbron.api.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Genomförandeplan or handlingsplan.
 *
 * @param type which kind
 * @param unit the provider unit
 * @param author the member of staff who made it, where the source says who
 * @param authorName the author's name in the plan itself, for when the member of staff is not found
 * @param established upprättad
 * @param end last day, where it has one
 * @param participation delaktighet
 * @param followUp nästa uppföljning
 * @param goals mål, in the order of the source
 * @param activities what is done
 * @param important viktig information
 * @param other anything else that the plan says, in the order of the source
 */
public record Plan(
        PlanType type,
        Optional<SubjectKey> unit,
        Optional<SubjectKey> author,
        Optional<PersonName> authorName,
        LocalDate established,
        Optional<LocalDate> end,
        Participation participation,
        FollowUp followUp,
        List<FreeText> goals,
        List<PlanActivity> activities,
        Optional<FreeText> important,
        List<FreeText> other)
        implements FactContent {

    /** Whether the person took part in the planning (D12), and a comment. */
    public record Participation(boolean participated, Optional<FreeText> comment) {}

    /** When the plan is to be followed up next (D13), and a comment. */
    public record FollowUp(LocalDate date, Optional<FreeText> comment) {}
}
