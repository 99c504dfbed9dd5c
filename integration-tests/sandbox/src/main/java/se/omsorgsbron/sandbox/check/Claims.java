package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Accounts for every element of one resource: each expectation claims the elements that it explains, and what nobody has claimed
 * in the end is a difference. So an element that somebody added is found without anybody having thought of it.
 */
final class Claims {
    private final JsonNode resource;
    private final Findings findings;
    private final Map<String, JsonNode> leaves = new LinkedHashMap<>();
    private final Set<String> claimed = new LinkedHashSet<>();

    Claims(JsonNode resource, Findings findings) {
        this.resource = resource;
        this.findings = findings;
        flatten("", resource, leaves::put);
    }

    /** Gives every value in the tree with its path, such as {@code participant[0].member.reference}. */
    static void flatten(String path, JsonNode node, BiConsumer<String, JsonNode> leaf) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(dot(path, field.getKey()), field.getValue(), leaf));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), leaf);
            }
        } else if (!node.isNull()) {
            leaf.accept(path, node);
        }
    }

    JsonNode resource() {
        return resource;
    }

    Findings findings() {
        return findings;
    }

    /** The value at {@code path}, or empty text. Claims nothing. */
    String value(String path) {
        return leaves.containsKey(path) ? leaves.get(path).asText() : "";
    }

    /** Claims {@code path}, which has to be {@code expected}; empty text means that nothing may stand there. */
    void equal(String path, String expected) {
        claimed.add(path);
        if (!value(path).equals(expected)) {
            findings.add(path, expected, shown(path));
        }
    }

    /** What stands there, if it is a code, a date or an id; somebody may have written a name or a number where none belongs. */
    private String shown(String path) {
        String value = value(path);
        boolean telling = value.matches("\\S*") && !value.matches(".*\\d{8}[-0-9A-Za-z]{4}.*");
        return telling ? value : "something else (" + value.length() + " characters)";
    }

    /** As {@link #equal}, for a text that must not be shown. */
    void text(String path, String expected) {
        claimed.add(path);
        if (!value(path).equals(expected)) {
            findings.addText(path, expected, value(path));
        }
    }

    void text(String path, Optional<String> expected) {
        text(path, expected.orElse(""));
    }

    /** Claims {@code path}, which has to be one of those. */
    void oneOf(String path, Set<String> expected) {
        claimed.add(path);
        if (!expected.contains(value(path))) {
            findings.add(path, String.join(" or ", expected), shown(path));
        }
    }

    /** Claims {@code path}, which has to be that moment in whole seconds, however it is written. */
    void instant(String path, Instant expected) {
        claimed.add(path);
        if (!Times.instant(value(path)).equals(Optional.of(expected.truncatedTo(ChronoUnit.SECONDS)))) {
            findings.add(path, expected.toString(), shown(path));
        }
    }

    /** Claims everything at and below {@code path} without a check. */
    void allow(String path) {
        leaves.keySet().stream().filter(leaf -> below(leaf, path)).forEach(claimed::add);
    }

    /**
     * The path of the extension with that url at {@code path} (empty for the resource's own); claims its url. Where there is none,
     * that is reported, and the path leads nowhere.
     */
    String extension(String path, String url) {
        for (int i = 0; leaves.containsKey(dot(path, "extension[" + i + "].url")); i++) {
            String here = dot(path, "extension[" + i + "]");
            if (value(here + ".url").equals(url) && claimed.add(here + ".url")) {
                return here;
            }
        }
        findings.add(dot(path, "extension"), url, "");
        return "";
    }

    private static String dot(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }

    /**
     * Claims a data-absent-reason: the extensions at {@code path} have to be exactly that one.
     *
     * @param path of the element that holds the extension, such as {@code participant[0]._member}
     */
    void absent(String path, String reason) {
        equal(path + ".extension[0].url", Shape.DATA_ABSENT_REASON);
        equal(path + ".extension[0].valueCode", reason);
    }

    /**
     * Claims the codings of a CodeableConcept; its text is claimed apart.
     *
     * @param expected {@code system|code} of every coding of the CodeableConcept at {@code path}, in any order
     */
    void concept(String path, List<String> expected) {
        JsonNode node = at(path);
        var found = Json.list(node, "coding").stream()
                .map(coding -> Json.text(coding, "system") + "|" + Json.text(coding, "code"))
                .toList();
        if (!Set.copyOf(found).equals(Set.copyOf(expected)) || found.size() != expected.size()) {
            findings.add(path, String.join(", ", expected), String.join(", ", found));
        }
        for (int i = 0; i < found.size(); i++) {
            claimed.add(path + ".coding[" + i + "].system");
            claimed.add(path + ".coding[" + i + "].code");
        }
    }

    /** The node at a path such as {@code participant[0].role[1]}; a missing node where there is none. */
    JsonNode at(String path) {
        JsonNode node = resource;
        for (String step : path.split("\\.")) {
            int bracket = step.indexOf('[');
            node = node.path(bracket < 0 ? step : step.substring(0, bracket));
            if (bracket >= 0) {
                node = node.path(Integer.parseInt(step.substring(bracket + 1, step.length() - 1)));
            }
        }
        return node;
    }

    /** Reports what nothing has explained. */
    void done() {
        leaves.forEach((path, value) -> {
            if (!claimed.contains(path)) {
                findings.addText(path, "", value.asText());
            }
        });
    }

    private static boolean below(String leaf, String path) {
        return leaf.equals(path) || leaf.startsWith(path + ".") || leaf.startsWith(path + "[");
    }
}
