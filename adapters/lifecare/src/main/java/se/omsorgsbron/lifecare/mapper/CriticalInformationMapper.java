package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code ClientCriticalInformation.V1}: viktig information. One record per person, a note for each documentation in it. */
public final class CriticalInformationMapper {
    private static final List<String> LISTS = List.of("Infections", "Observations", "Warnings");

    private CriticalInformationMapper() {}

    /** The documentations of a record, in its order; none of a list that is no list (see {@link #readable}). */
    public static List<JsonNode> documentations(JsonNode record) {
        List<JsonNode> all = new ArrayList<>();
        LISTS.forEach(list -> record.path(list).forEach(all::add));
        return all;
    }

    /** Whether each of the three lists is one, or absent: else it cannot be said which notes the record holds. */
    public static boolean readable(JsonNode record) {
        return record.isObject()
                && LISTS.stream().map(record::path).allMatch(l -> l.isArray() || l.isNull() || l.isMissingNode());
    }

    /** Populated fields of the record that stand outside its documentations and are not used. */
    public static List<String> unused(JsonNode record) {
        return Leaves.of(record).stream()
                .filter(leaf -> !leaf.equals("PersonId"))
                .filter(leaf -> LISTS.stream().noneMatch(list -> leaf.startsWith(list + "[")))
                .toList();
    }

    /**
     * One fact about the person, whatever headline the note stands under.
     *
     * @param record the person's record
     * @param documentation one of its {@link #documentations}
     * @param law the law of the execution that it names
     */
    public static Mapped<List<Fact>> toJournalNote(
            JsonNode record, JsonNode documentation, Law law, MappingContext context) {
        Fields fields = Fields.of(documentation, context.zone());
        if (!Notes.hasWords(fields)) {
            return Fields.of(documentation, context.zone()).mapped(List::of);
        }
        String id = fields.requiredId("Id");
        fields.requirePresent("HeadlineId");
        fields.requiredId("ExecutionId");
        SubjectKey person = LifecareKeys.personNumber(personId(record, fields));
        return Notes.map(
                fields, Resource.CLIENT_CRITICAL_INFORMATIONS.source(id), person, NoteKind.CRITICAL_INFORMATION, law);
    }

    private static String personId(JsonNode record, Fields fields) {
        JsonNode personId = record.path("PersonId");
        if (!personId.isTextual() || personId.textValue().isBlank()) {
            fields.report(Reason.MISSING_FIELD, "PersonId", "nothing", "a value");
        }
        return personId.asText("");
    }
}
