package se.omsorgsbron.bridge.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import se.omsorgsbron.api.domain.HsaIdKey;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.Inbox.Kind;
import se.omsorgsbron.bridge.ledger.Inbox.Received;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolVisit;
import se.omsorgsbron.nightpatrol.PatrolWithdrawal;

/** Notes, visits and withdrawals that a night patrol sends. Answered only when they are stored. */
public final class NoteDesk {
    static final String RESOURCE = "notes";

    private final Intake intake;
    private final Inbox inbox;
    private final FactReader facts;
    private final SubjectTable subjects;
    private final Clock clock;

    public NoteDesk(Intake intake, Inbox inbox, FactReader facts, SubjectTable subjects, Clock clock) {
        this.intake = intake;
        this.inbox = inbox;
        this.facts = facts;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Whose desk it is: a municipality, and the source system under which the sender is known there. */
    public record Sender(String municipality, String system) {}

    /** What became of what was sent. */
    public sealed interface Outcome {
        /** It is stored now, or was before with the same content. */
        record Taken(Received received, boolean isNew) implements Outcome {}

        /** Something else stands under the id; these fields differ. */
        record OtherContent(Received before, SortedSet<String> differing) implements Outcome {}

        /** The bridge does not know the person in the municipality. */
        record UnknownPerson() implements Outcome {}

        /** There is no note, or no visit, of this sender under the id that was named in that field. */
        record UnknownNote(String field) implements Outcome {}
    }

    /**
     * Takes a note in.
     *
     * @param fields the hash of each field as it was sent, by name
     */
    public Outcome note(Sender sender, PatrolNote note, Map<String, String> fields) {
        return inbox.find(sender.municipality(), sender.system(), note.id())
                .map(before -> again(before, fields))
                .orElseGet(() -> newNote(sender, note, fields));
    }

    /** Takes a visit in. A correction takes the place of the visit that it names: a visit is a fact, no entry in a journal. */
    public Outcome visit(Sender sender, PatrolVisit visit, Map<String, String> fields) {
        return inbox.find(sender.municipality(), sender.system(), visit.id())
                .map(before -> again(before, fields))
                .orElseGet(() -> newVisit(sender, visit, fields));
    }

    /** Takes a withdrawal in. */
    public Outcome withdrawal(Sender sender, PatrolWithdrawal withdrawal, Map<String, String> fields) {
        return inbox.find(sender.municipality(), sender.system(), withdrawal.id())
                .map(before -> again(before, fields))
                .orElseGet(() -> newWithdrawal(sender, withdrawal, fields));
    }

    static Outcome again(Received before, Map<String, String> fields) {
        SortedSet<String> differing = before.differences(fields);
        return differing.isEmpty() ? new Outcome.Taken(before, false) : new Outcome.OtherContent(before, differing);
    }

    private Outcome newNote(Sender sender, PatrolNote note, Map<String, String> fields) {
        SubjectKey number = PersonNumberKey.of(note.person().value());
        Optional<UUID> person = person(sender, number);
        if (person.isEmpty()) {
            return new Outcome.UnknownPerson();
        }
        Optional<SourceReference> corrects = Optional.empty();
        if (note.corrects().isPresent()) {
            corrects = earlier(sender, note.corrects().get(), Kind.NOTE)
                    .filter(before -> before.person().equals(person.get()))
                    .map(before -> source(sender, before.about()));
            if (corrects.isEmpty()) {
                return new Outcome.UnknownNote("corrects");
            }
        }
        UUID receipt = UUID.randomUUID();
        SubjectKey name = subjects.nameOf(sender.municipality(), person.get()).orElse(number);
        Fact fact = fact(source(sender, receipt), name, content(note, corrects, clock.instant()));
        return store(received(sender, note.id(), Kind.NOTE, receipt, receipt, person.get(), fields), read(fact));
    }

    private Outcome newVisit(Sender sender, PatrolVisit visit, Map<String, String> fields) {
        SubjectKey number = PersonNumberKey.of(visit.person().value());
        Optional<UUID> person = person(sender, number);
        if (person.isEmpty()) {
            return new Outcome.UnknownPerson();
        }
        UUID receipt = UUID.randomUUID();
        UUID about = receipt;
        if (visit.corrects().isPresent()) {
            Optional<Received> before = earlier(sender, visit.corrects().get(), Kind.VISIT)
                    .filter(earlier -> earlier.person().equals(person.get()))
                    .filter(earlier -> stands(sender, earlier));
            if (before.isEmpty()) {
                return new Outcome.UnknownNote("corrects");
            }
            about = before.get().about();
        }
        SubjectKey name = subjects.nameOf(sender.municipality(), person.get()).orElse(number);
        Fact fact = ReportedVisits.fact(sender.system(), about, name, visit);
        return store(received(sender, visit.id(), Kind.VISIT, receipt, about, person.get(), fields), read(fact));
    }

    private boolean stands(Sender sender, Received visit) {
        return facts.find(sender.municipality(), ReportedVisits.source(sender.system(), visit.about()))
                .filter(KeptFact::present)
                .isPresent();
    }

    private Outcome newWithdrawal(Sender sender, PatrolWithdrawal withdrawal, Map<String, String> fields) {
        Optional<Received> earlier = earlier(sender, withdrawal.withdraws(), Kind.NOTE)
                .or(() -> earlier(sender, withdrawal.withdraws(), Kind.VISIT));
        Optional<Observation> withdrawn = earlier.flatMap(before -> withdrawn(sender, before));
        if (withdrawn.isEmpty()) {
            return new Outcome.UnknownNote("withdraws");
        }
        Received before = earlier.orElseThrow();
        return store(
                received(
                        sender,
                        withdrawal.id(),
                        Kind.WITHDRAWAL,
                        UUID.randomUUID(),
                        before.about(),
                        before.person(),
                        fields),
                withdrawn.get());
    }

    /** A note stays, as one that should not be used; a visit is there no longer. */
    private Optional<Observation> withdrawn(Sender sender, Received before) {
        if (before.kind() == Kind.VISIT) {
            return Optional.of(new Observation.Gone(ReportedVisits.source(sender.system(), before.about())));
        }
        return facts.find(sender.municipality(), source(sender, before.about()))
                .map(kept -> read(fact(kept.source(), kept.subject(), ((JournalNote) kept.content()).asWithdrawn())));
    }

    private static Observation read(Fact fact) {
        return new Observation.Read(fact.source(), List.of(fact), List.of());
    }

    private Outcome store(Received received, Observation observation) {
        boolean isNew = intake.take(received.municipality(), observation, () -> inbox.add(received), () -> {});
        // Who lost the race sees what the other stored.
        return isNew
                ? new Outcome.Taken(received, true)
                : again(
                        inbox.find(received.municipality(), received.system(), received.senderId())
                                .orElseThrow(),
                        received.fields());
    }

    private Received received(
            Sender sender, String id, Kind kind, UUID receipt, UUID about, UUID person, Map<String, String> fields) {
        return new Received(
                receipt, sender.municipality(), sender.system(), id, kind, about, person, fields, clock.instant());
    }

    private Optional<UUID> person(Sender sender, SubjectKey number) {
        return Optional.ofNullable(
                        subjects.resolve(sender.municipality(), Set.of(number)).get(number))
                .filter(id -> subjects.kind(sender.municipality(), id)
                        .filter(SubjectKind.PERSON::equals)
                        .isPresent());
    }

    private Optional<Received> earlier(Sender sender, String id, Kind kind) {
        return inbox.find(sender.municipality(), sender.system(), id).filter(before -> before.kind() == kind);
    }

    private static SourceReference source(Sender sender, UUID receipt) {
        return source(sender.system(), receipt);
    }

    /** Where a note stands that was received; never under the id that its sender chose. */
    static SourceReference source(String system, UUID receipt) {
        return new SourceReference(system, RESOURCE, receipt.toString());
    }

    static Fact fact(SourceReference source, SubjectKey person, JournalNote note) {
        return new Fact(source, person, note, Set.of(), Set.of(), Optional.empty());
    }

    /** A note of the patrol is signed by being sent. */
    public static JournalNote content(PatrolNote note, Optional<SourceReference> corrects, Instant now) {
        return new JournalNote(
                note.kind(),
                note.occurred(),
                now,
                Optional.of(now),
                note.author().hsaId().map(HsaIdKey::of),
                note.author().name(),
                note.author().title(),
                note.text(),
                note.followUpWanted(),
                corrects,
                false,
                Law.SOL);
    }
}
