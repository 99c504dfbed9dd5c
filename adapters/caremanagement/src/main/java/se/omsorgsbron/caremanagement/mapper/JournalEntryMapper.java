package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.wire.Resource;

/** {@code JournalEntry}: journalanteckning i ett ärende. */
public final class JournalEntryMapper {
    private static final String EXPECTED_TYPE = "a type in the municipality's table: as a kind of note, or as ignored";

    private JournalEntryMapper() {}

    /**
     * One fact about the person. None of a type that the municipality ignores, and none of what the bridge wrote itself: everything in
     * it is then unused. A type that nobody has settled is held: a risk could stand there.
     */
    public static Mapped<List<Fact>> toJournalNote(JsonNode record, Whose.Known whose, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("id");
        String type = fields.requiredText("type");
        if (context.texts().ignoredEntries().contains(type) || isOwn(record, context)) {
            return Fields.of(record, context.zone()).mapped(List::of);
        }
        Optional<NoteKind> kind = Optional.ofNullable(context.texts().entries().get(type));
        if (kind.isEmpty() && !type.isEmpty()) {
            fields.report(Reason.UNKNOWN_CODE, "type", type.length() + " characters", EXPECTED_TYPE);
        }
        fields.id("errandId");
        String heading = fields.requiredText("heading");
        String words = fields.text("text").map(text -> heading + "\n" + text).orElse(heading);
        Instant occurred = fields.requiredInstant("entryDateTime");
        Optional<Instant> modified = fields.instant("modified");
        Optional<SubjectKey> author = fields.text("createdBy").map(Keys::user);
        JournalNote note = Notes.note(
                kind.orElse(NoteKind.DAILY),
                occurred,
                fields.instant("created").orElse(occurred),
                signed(fields),
                author,
                new FreeText(words));
        return fields.mapped(() -> Notes.fact(Resource.JOURNAL_ENTRIES.source(id), whose, note, modified));
    }

    /** Written in the bridge's own name and with its marker. A person's copy of one is a note of that person's. */
    private static boolean isOwn(JsonNode record, MappingContext context) {
        return record.path("createdBy").asText().equals(context.ownAccount())
                && Marker.in(record.path("text").asText()).isPresent();
    }

    /** Locked is what makes an entry a finished record. */
    private static Optional<Instant> signed(Fields fields) {
        fields.requiredText("status");
        boolean locked = fields.code("status", CodeTables.LOCKED).orElse(false);
        return locked ? Optional.of(fields.requiredInstant("locked")) : Optional.empty();
    }
}
