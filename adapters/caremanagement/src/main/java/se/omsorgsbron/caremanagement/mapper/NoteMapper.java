package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.wire.Resource;

/** {@code Note}: anteckning på ett ärende, beside the journal. */
public final class NoteMapper {
    private NoteMapper() {}

    /** One fact about the person, of the kind that the municipality has settled; none where notes are not for the bridge. */
    public static Mapped<List<Fact>> toJournalNote(JsonNode record, Whose.Known whose, MappingContext context) {
        if (context.texts().notes().isEmpty()) {
            return Fields.of(record, context.zone()).mapped(List::of);
        }
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("id");
        fields.id("errandId");
        String body = fields.requiredText("body");
        Instant created = fields.requiredInstant("created");
        Optional<Instant> modified = fields.instant("modified");
        JournalNote note = Notes.note(
                context.texts().notes().orElseThrow(),
                created,
                created,
                Optional.of(modified.orElse(created)),
                fields.text("author").map(Keys::user),
                new FreeText(body));
        return fields.mapped(() -> Notes.fact(Resource.NOTES.source(id), whose, note, modified));
    }
}
