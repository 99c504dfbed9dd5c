package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.source.Fact;

/**
 * Where each field of a record is used. It is found out and not written down, so that it is true of the mapper as it is: something else is put
 * in the field's place, and what changes in the facts is what the field is used for. Pure.
 */
final class Uses {
    /** Nothing else may stand there, or nothing at all. */
    static final String DECIDES = "decides: without it, or with something else there, the record is held";
    /** It was read, and in this record it makes no difference. */
    static final String NO_DIFFERENCE = "read; it makes no difference in this record";
    /** It is among what is wrong. */
    static final String WRONG = "read; it is what is wrong, see the problems";
    /** Facts come and go with it. */
    static final String WHETHER = "decides whether there is a fact";

    private final RecordKind kind;
    private final JsonNode record;

    private Uses(RecordKind kind, JsonNode record) {
        this.kind = kind;
        this.record = record;
    }

    /** What each used field is used for, by path, in the order of the record. */
    static Map<String, List<String>> of(RecordKind kind, JsonNode record) {
        Mapped<List<Fact>> mapped = kind.mapper().apply(record);
        Uses uses = new Uses(kind, record);
        Set<String> unused = new HashSet<>(mapped.unused());
        Map<String, List<String>> all = new LinkedHashMap<>();
        Leaves.of(record).stream()
                .filter(path -> !unused.contains(path))
                .forEach(path -> all.put(path, uses.of(path, mapped)));
        return all;
    }

    private List<String> of(String path, Mapped<List<Fact>> mapped) {
        if (mapped instanceof Mapped.Value<List<Fact>> value) {
            return changed(path, value.value());
        }
        boolean wrong = ((Mapped.Rejected<List<Fact>>) mapped)
                .problems().stream().map(Problem::field).anyMatch(path::equals);
        return List.of(wrong ? WRONG : NO_DIFFERENCE);
    }

    private List<String> changed(String path, List<Fact> facts) {
        Map<String, String> before = FactLeaves.of(facts);
        boolean held = false;
        for (JsonNode other : Leaf.others(record, path).toList()) {
            Mapped<List<Fact>> mapped = kind.mapper().apply(other);
            if (mapped instanceof Mapped.Value<List<Fact>> value) {
                if (value.value().isEmpty() != facts.isEmpty()) {
                    return List.of(WHETHER);
                }
                List<String> difference = FactLeaves.difference(before, FactLeaves.of(value.value()));
                if (!difference.isEmpty()) {
                    return new ArrayList<>(difference);
                }
            } else {
                held = true;
            }
        }
        return held ? decides(path, before) : List.of(NO_DIFFERENCE);
    }

    /** With where a code or a word stands that nothing else can stand for, such as {@code risk} in {@code journal-note.kind}. */
    private List<String> decides(String path, Map<String, String> facts) {
        String text = plain(Leaf.at(record, path).map(JsonNode::asText).orElse(""));
        List<String> all = new ArrayList<>(List.of(DECIDES));
        facts.forEach((name, value) -> {
            if (!text.isEmpty() && plain(value).equals(text)) {
                all.add(name);
            }
        });
        return all;
    }

    private static String plain(String text) {
        return text.replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
