package se.omsorgsbron.bridge.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.primarycare.fhir.source.mapper.Written;

/**
 * What primary care sends of its own words: kept under the sender's identifiers. A note stands as it was written; a team takes the place
 * of what was said of it before.
 */
public final class PrimaryCareDesk {
    private final Intake intake;
    private final FactReader facts;
    private final SubjectTable subjects;

    public PrimaryCareDesk(Intake intake, FactReader facts, SubjectTable subjects) {
        this.intake = intake;
        this.facts = facts;
        this.subjects = subjects;
    }

    /** Something that was sent, and whom it is about; empty only for what is withdrawn. */
    public record Sent(Written written, Optional<UUID> person) {}

    /** What became of one of them. */
    public sealed interface Outcome {
        /** It is stored now, or was before. */
        record Taken(boolean isNew) implements Outcome {}

        /** Something else stands under the identifier; these elements differ. */
        record OtherContent(List<String> differing) implements Outcome {}

        /** It is withdrawn, and does not come back. */
        record WithdrawnBefore() implements Outcome {}

        /** It corrects something that primary care has not written of the person. */
        record UnknownNote() implements Outcome {}

        /** There is nothing under the identifier that could be withdrawn. */
        record Nothing() implements Outcome {}
    }

    /** Takes everything in, or, if something cannot be taken, nothing; the outcomes are in the order of what was sent. */
    public List<Outcome> take(String municipality, List<Sent> sent) {
        List<Outcome> outcomes = new ArrayList<>();
        intake.takeAll(
                municipality,
                () -> {
                    outcomes.clear();
                    sent.forEach(one -> outcomes.add(judge(municipality, one, sent)));
                    boolean all = outcomes.stream().allMatch(Outcome.Taken.class::isInstance);
                    return all ? Optional.of(observations(municipality, sent)) : Optional.empty();
                },
                () -> {});
        return outcomes;
    }

    private List<Observation> observations(String municipality, List<Sent> sent) {
        return sent.stream()
                .flatMap(one -> one.written() instanceof Written.Withdrawn withdrawn
                        ? withdrawn.gone().stream()
                        : one
                                .written()
                                .observations(subjects.nameOf(
                                                municipality, one.person().orElseThrow())
                                        .orElseThrow())
                                .stream())
                .toList();
    }

    private Outcome judge(String municipality, Sent one, List<Sent> all) {
        Written written = one.written();
        List<KeptFact> before = Written.places(written.source()).stream()
                .flatMap(place -> facts.find(municipality, place).stream())
                .toList();
        if (written instanceof Written.Withdrawn) {
            return before.isEmpty() ? new Outcome.Nothing() : new Outcome.Taken(false);
        }
        boolean anothers = before.stream()
                .map(KeptFact::subject)
                .anyMatch(subject -> !owner(municipality, subject).equals(one.person()));
        if (anothers) {
            return new Outcome.OtherContent(List.of("subject"));
        }
        return written instanceof Written.Note note
                ? judge(municipality, note, before, one.person(), all)
                : new Outcome.Taken(before.isEmpty());
    }

    private Outcome judge(
            String municipality, Written.Note note, List<KeptFact> before, Optional<UUID> person, List<Sent> all) {
        if (before.isEmpty()) {
            return note.note()
                            .corrects()
                            .map(earlier -> written(municipality, earlier, person, all))
                            .orElse(true)
                    ? new Outcome.Taken(true)
                    : new Outcome.UnknownNote();
        }
        if (!before.get(0).present()) {
            return new Outcome.WithdrawnBefore();
        }
        List<String> differing = differing((JournalNote) before.get(0).content(), note.note());
        return differing.isEmpty() ? new Outcome.Taken(false) : new Outcome.OtherContent(differing);
    }

    /** Whether there is such a note of the person, or comes with this one. */
    private boolean written(String municipality, SourceReference earlier, Optional<UUID> person, List<Sent> all) {
        Set<SourceReference> comes = all.stream()
                .filter(one -> one.person().equals(person))
                .map(one -> one.written().source())
                .collect(Collectors.toCollection(HashSet::new));
        return comes.contains(earlier)
                || facts.find(municipality, earlier)
                        .map(fact -> owner(municipality, fact.subject()).equals(person))
                        .orElse(false);
    }

    private static List<String> differing(JournalNote before, JournalNote now) {
        boolean sender = before.author().equals(now.author())
                && before.authorName().equals(now.authorName())
                && before.authorTitle().equals(now.authorTitle());
        return Stream.of(
                        differs("category", before.kind().equals(now.kind())),
                        differs("sent", before.written().equals(now.written())),
                        differs("sender", sender),
                        differs("payload", before.text().equals(now.text())),
                        differs(
                                "extension",
                                before.occurred().equals(now.occurred())
                                        && before.corrects().equals(now.corrects())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> differs(String element, boolean same) {
        return same ? Optional.empty() : Optional.of(element);
    }

    private Optional<UUID> owner(String municipality, SubjectKey subject) {
        return Optional.ofNullable(
                subjects.resolve(municipality, Set.of(subject)).get(subject));
    }
}
