package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code Common.V1.Documentation} of {@code documentations}: social journalanteckning. */
public final class DocumentationMapper {
    private static final String EXPECTED_HEADLINE =
            "a headline in the municipality's table: as a kind of note, or as ignored";

    private static final Pattern HEADLINE = Pattern.compile("[0-9]{1,9}");

    private DocumentationMapper() {}

    /**
     * One fact about the person whose execution it names. A note under a headline that the municipality ignores, or an image, is
     * none of the notes that the bridge carries: no fact, and everything in it is unused. A note under a headline that nobody
     * has settled is held: a risk could stand there.
     *
     * @param law the law of the execution
     */
    public static Mapped<List<Fact>> toJournalNote(JsonNode record, Law law, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        String headline = fields.requiredId("HeadlineId");
        if (context.ignored().contains(headline) || !Notes.hasWords(fields)) {
            return Fields.of(record, context.zone()).mapped(List::of);
        }
        Optional<NoteKind> kind = Optional.ofNullable(context.notes().get(headline));
        if (kind.isEmpty() && !headline.isEmpty()) {
            boolean tellable = HEADLINE.matcher(headline).matches();
            String found = tellable ? headline : headline.length() + " characters";
            fields.report(Reason.UNKNOWN_CODE, "HeadlineId", found, EXPECTED_HEADLINE);
        }
        String execution = fields.requiredId("ExecutionId");
        return Notes.map(
                fields,
                Resource.DOCUMENTATIONS.source(id),
                LifecareKeys.execution(execution),
                kind.orElse(NoteKind.DAILY),
                law);
    }
}
