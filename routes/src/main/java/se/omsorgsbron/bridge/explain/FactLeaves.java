package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.LedgerJson;

/** Facts as names and values, such as {@code plan.established} and {@code 2026-03-11}: the domain's own names. */
final class FactLeaves {
    private FactLeaves() {}

    /** Everything that facts say, where they stand and whom they touch included. */
    static Map<String, String> of(List<Fact> facts) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            String kind = FactKind.of(fact.content()).code() + (i == 0 ? "" : "#" + (i + 1));
            of(fact.content()).forEach((name, value) -> all.put(kind + "." + name, value));
            all.put(kind + ": where it stands", fact.source().path());
            all.put(kind + ": whom it is about", name(fact.subject()));
            put(all, kind + ": further names of the same subject", fact.names());
            put(all, kind + ": others whom it touches", fact.relatesTo());
            fact.modified().ifPresent(time -> all.put(kind + ": when it was changed", time.toString()));
        }
        return all;
    }

    /** What one fact says. */
    static Map<String, String> of(FactContent content) {
        JsonNode json = Inputs.json(LedgerJson.write(content));
        Map<String, String> said = new LinkedHashMap<>();
        for (String path : Leaves.of(json)) {
            said.put(path, Leaf.at(json, path).map(JsonNode::asText).orElse(""));
        }
        return said;
    }

    /** The names of what differs, without the places in lists. */
    static List<String> difference(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(one.get(name)).equals(Optional.ofNullable(other.get(name))))
                .map(name -> name.replaceAll("\\[[0-9]+\\]", "[]"))
                .distinct()
                .toList();
    }

    private static void put(Map<String, String> all, String name, Set<SubjectKey> keys) {
        if (!keys.isEmpty()) {
            List<String> names = new ArrayList<>();
            keys.forEach(key -> names.add(name(key)));
            all.put(name, names.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    /** Unlike its text form, with the value: an explanation shows it. */
    static String name(SubjectKey key) {
        return key.system() + " " + key.value();
    }
}
