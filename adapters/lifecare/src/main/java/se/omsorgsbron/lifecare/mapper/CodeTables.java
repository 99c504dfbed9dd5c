package se.omsorgsbron.lifecare.mapper;

import java.util.Map;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Person.Deregistration;

/** The contract's code lists, as data. A code that stands in none of them is told, never guessed. */
final class CodeTables {
    /** {@code Law}: only the first three matter to home care and what stands beside it. */
    static final Map<String, Law> LAWS = Map.of(
            "SoL", Law.SOL,
            "LSS", Law.LSS,
            "HSL", Law.HSL,
            "FTJ", Law.OTHER,
            "LASS", Law.OTHER,
            "RFTJ", Law.OTHER,
            "SFB", Law.OTHER);

    /** {@code Phone.Type}; {@code Email.Type} has no {@code Mobile}. */
    static final Map<String, Use> USES =
            Map.of("Home", Use.HOME, "Mobile", Use.MOBILE, "Work", Use.WORK, "Other", Use.OTHER);

    /** {@code ClientDeregistration.Reason}. */
    static final Map<String, Deregistration.Reason> DEREGISTRATIONS = Map.of(
            "Decease", Deregistration.Reason.DECEASED,
            "Emigrated", Deregistration.Reason.EMIGRATED,
            "Other", Deregistration.Reason.OTHER);

    /** {@code ReportedVisit.Status}: whether the visit took place. One that has begun does. */
    static final Map<String, Boolean> VISITS = Map.of(
            "Started", true,
            "Completed", true,
            "CompletedAndChangedTime", true,
            "Cancelled", false,
            "Declined", false);

    /** {@code Documentation.Status}: whether the note has been deleted. History is a former wording, still in the journal. */
    static final Map<String, Boolean> DELETED_NOTES = Map.of("Current", false, "History", false, "Deleted", true);

    /** {@code Documentation.ContentType}: whether there are words in it. */
    static final Map<String, Boolean> CONTENT_TYPES = Map.of("Text", true, "Image", false);

    private CodeTables() {}
}
