package se.omsorgsbron.lifecare.supplements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.supplements.SupplementMapper.Supplement;

/**
 * The coordinator's file taken apart for an explanation, whichever municipality a row is about.
 *
 * @param rows the rows, each as an object of its columns that have something, by the line on which it begins; the header is line 1
 * @param broken lines that could not be taken apart
 */
public record SupplementRows(Map<Integer, JsonNode> rows, Map<Integer, Problem> broken) {
    private static final String EMPTY = "This kind of row says nothing by it.";

    /** A row as a record that can be explained. */
    public static final RecordKind KIND =
            new RecordKind("supplements:rows", SupplementRows::map, new NotUsed(reasons(), EMPTY));

    /** Takes the file apart. */
    public static SupplementRows read(byte[] bytes) {
        SupplementsFile file = SupplementsFile.read(bytes);
        Map<Integer, JsonNode> rows = new LinkedHashMap<>();
        for (Row row : file.rows()) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            row.values().keySet().stream()
                    .sorted()
                    .forEach(column -> row.value(column).ifPresent(value -> record.put(column, value)));
            rows.put(row.line(), record);
        }
        Map<Integer, Problem> broken = new LinkedHashMap<>();
        file.broken()
                .forEach(line ->
                        broken.put(line.line(), new Problem(Reason.BAD_SUPPLEMENT, "", line.found(), line.expected())));
        return new SupplementRows(rows, broken);
    }

    private static Mapped<List<Fact>> map(JsonNode record) {
        Map<String, String> values = new HashMap<>();
        record.properties()
                .forEach(column ->
                        values.put(column.getKey(), column.getValue().asText().strip()));
        Row row = new Row(0, "", values);
        Mapped<Supplement> mapped = SupplementMapper.toSupplement(row);
        if (mapped instanceof Mapped.Value<Supplement> value) {
            SourceReference source = new SourceReference(
                    SupplementsReading.SYSTEM, SupplementsReading.ROWS, SupplementsReading.said(row));
            Supplement supplement = value.value();
            Fact fact =
                    new Fact(source, supplement.subject(), supplement.content(), Set.of(), Set.of(), Optional.empty());
            return new Mapped.Value<>(List.of(fact), value.unused());
        }
        return new Mapped.Rejected<>(((Mapped.Rejected<Supplement>) mapped).problems(), mapped.unused());
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        List.of("until", "value", "note").forEach(column -> reasons.put(column, EMPTY));
        return reasons;
    }
}
