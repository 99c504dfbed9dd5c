package se.omsorgsbron.api.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why fields of one kind of record are not used. The adapter's mapping page has the same rows, and a test holds the two together.
 *
 * @param reasons by field, such as {@code Addresses.EntryCode}: without the places in lists; a field that holds others stands for all of
 *     them
 * @param whole why nothing of a record is used that gives no fact
 */
public record NotUsed(Map<String, String> reasons, String whole) {
    private static final Pattern PLACE = Pattern.compile("\\[[0-9]+\\]");

    /** What is said of a field that no table has. */
    public static final String UNKNOWN =
            "The bridge does not know this field; where it matters, tell whoever looks after the bridge.";

    public NotUsed {
        // In the order in which the mapping page has them.
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * The same for fields that stand inside another.
     *
     * @param parent such as {@code Infections}
     */
    public NotUsed inside(String parent) {
        Map<String, String> inner = new LinkedHashMap<>();
        reasons.forEach((field, why) -> inner.put(parent + "." + field, why));
        return new NotUsed(inner, whole);
    }

    /** Both tables' rows; {@link #whole} is this one's. */
    public NotUsed and(NotUsed other) {
        Map<String, String> both = new LinkedHashMap<>(reasons);
        both.putAll(other.reasons);
        return new NotUsed(both, whole);
    }

    /**
     * Why the field is not used; empty where no row is about it.
     *
     * @param path as {@link se.omsorgsbron.api.mapping.Mapped#unused} has it, such as {@code Addresses[0].EntryCode}
     */
    public Optional<String> why(String path) {
        String field = PLACE.matcher(path).replaceAll("");
        while (!reasons.containsKey(field) && field.contains(".")) {
            field = field.substring(0, field.lastIndexOf('.'));
        }
        return Optional.ofNullable(reasons.get(field));
    }

    /** The rows for a mapping page, in Markdown, one a line. */
    public String rows(String list) {
        return reasons.entrySet().stream()
                .map(row -> "| `" + list + "` | `" + row.getKey() + "` | " + row.getValue() + " |")
                .collect(Collectors.joining("\n"));
    }
}
