package se.omsorgsbron.api.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

/**
 * One kind of record that an adapter reads, offered so that a single record can be explained. It is read by the very mapper that the
 * bridge uses; nothing else of the system is asked for.
 *
 * @param code the system and its list, such as {@code lifecare:service_plans}
 * @param mapper the facts of one record, or what is wrong with it
 * @param notUsed why fields are not used
 * @param assumed what is taken for granted because it stands outside the record, in sentences
 */
public record RecordKind(
        String code, Function<JsonNode, Mapped<List<Fact>>> mapper, NotUsed notUsed, List<String> assumed) {
    public RecordKind {
        assumed = List.copyOf(assumed);
    }

    /** For a record that says everything itself. */
    public RecordKind(String code, Function<JsonNode, Mapped<List<Fact>>> mapper, NotUsed notUsed) {
        this(code, mapper, notUsed, List.of());
    }

    /** The list without the system, such as {@code service_plans}. */
    public String list() {
        return code.substring(code.indexOf(':') + 1);
    }
}
