package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.ReportedVisits;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolVisit;
import se.omsorgsbron.nightpatrol.PatrolWithdrawal;
import se.omsorgsbron.nightpatrol.mapper.PatrolMapper;
import se.omsorgsbron.nightpatrol.mapper.PatrolVisitMapper;

/** What a night patrol sends, as the bridge takes it in; the bridge gives it an id of its own, here the sender's stands for it. */
public final class PatrolKinds {
    /** A note. */
    static final String NOTES = "night-patrol:notes";
    /** A visit. */
    static final String VISITS = "night-patrol:visits";
    /** A withdrawal. */
    static final String WITHDRAWALS = "night-patrol:withdrawals";

    private PatrolKinds() {}

    /**
     * The kinds.
     *
     * @param sender the patrol's name in the configuration
     * @param now when it is taken in
     */
    public static List<RecordKind> of(String sender, Instant now) {
        NotUsed notes = new NotUsed(Map.of(), "");
        NotUsed withdrawals = new NotUsed(
                Map.of(),
                "No fact of its own: a note that it names is marked as one that should not be used, a visit is there no longer.");
        return List.of(
                new RecordKind(NOTES, record -> note(record, sender, now), notes),
                new RecordKind(VISITS, record -> visit(record, sender), notes),
                new RecordKind(WITHDRAWALS, PatrolKinds::withdrawal, withdrawals));
    }

    private static Mapped<List<Fact>> note(JsonNode record, String sender, Instant now) {
        Mapped<PatrolNote> mapped = PatrolMapper.toNote(record);
        if (mapped instanceof Mapped.Value<PatrolNote> value) {
            PatrolNote note = value.value();
            Optional<SourceReference> corrects = note.corrects().map(earlier -> source(sender, earlier));
            Fact fact = new Fact(
                    source(sender, note.id()),
                    PersonNumberKey.of(note.person().value()),
                    NoteDesk.content(note, corrects, now),
                    Set.of(),
                    Set.of(),
                    Optional.empty());
            return new Mapped.Value<>(List.of(fact), value.unused());
        }
        return new Mapped.Rejected<>(((Mapped.Rejected<PatrolNote>) mapped).problems(), mapped.unused());
    }

    private static Mapped<List<Fact>> visit(JsonNode record, String sender) {
        Mapped<PatrolVisit> mapped = PatrolVisitMapper.toVisit(record);
        if (mapped instanceof Mapped.Value<PatrolVisit> value) {
            PatrolVisit visit = value.value();
            // A correction takes the place of the visit that it names.
            UUID place =
                    UUID.nameUUIDFromBytes(visit.corrects().orElse(visit.id()).getBytes(StandardCharsets.UTF_8));
            return new Mapped.Value<>(
                    List.of(ReportedVisits.fact(
                            sender, place, PersonNumberKey.of(visit.person().value()), visit)),
                    value.unused());
        }
        return new Mapped.Rejected<>(((Mapped.Rejected<PatrolVisit>) mapped).problems(), mapped.unused());
    }

    private static SourceReference source(String sender, String id) {
        return new SourceReference(sender, "notes", id);
    }

    private static Mapped<List<Fact>> withdrawal(JsonNode record) {
        Mapped<PatrolWithdrawal> mapped = PatrolMapper.toWithdrawal(record);
        return mapped instanceof Mapped.Rejected<PatrolWithdrawal> rejected
                ? new Mapped.Rejected<>(rejected.problems(), rejected.unused())
                : new Mapped.Value<>(List.of(), mapped.unused());
    }
}
