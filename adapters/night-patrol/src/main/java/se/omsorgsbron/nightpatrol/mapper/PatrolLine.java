package se.omsorgsbron.nightpatrol.mapper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One line of a patrol's file as the JSON that {@code docs/night-patrol-api.yaml} has for the same, so that a note is one note, whether
 * it comes in a file or by the API. What the file's columns cannot say otherwise is left as it stands: {@link PatrolMapper} tells what is
 * wrong with it.
 */
public final class PatrolLine {
    /** The column that makes a line a withdrawal. */
    public static final String WITHDRAWS = "withdraws";

    private static final String FOLLOW_UP = "followUpWanted";

    /** Column to its path in the contract, in the order in which they are documented. */
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        for (String name : List.of("id", "person", "kind", "occurred")) {
            PATHS.put(name, name);
        }
        PATHS.put("authorName", "author.name");
        PATHS.put("authorTitle", "author.title");
        PATHS.put("authorHsaId", "author.hsaId");
        for (String name : List.of("text", FOLLOW_UP, "corrects", WITHDRAWS)) {
            PATHS.put(name, name);
        }
    }

    private static final Set<String> YES = Set.of("true", "ja");
    private static final Set<String> NO = Set.of("false", "nej");
    private static final JsonMapper JSON = new JsonMapper();

    private PatrolLine() {}

    /** Every column that a file can have. */
    public static List<String> columns() {
        return List.copyOf(PATHS.keySet());
    }

    /** The columns that every file has. */
    public static List<String> required() {
        return List.of("id", "person", "kind", "occurred", "authorName", "text");
    }

    /**
     * The line as {@code Note}, or as {@code Withdrawal} where it withdraws something.
     *
     * @param values column to what stands in it; an empty value counts as none
     */
    public static ObjectNode toJson(Map<String, String> values) {
        ObjectNode json = JSON.createObjectNode();
        new TreeMap<>(values).forEach((column, value) -> put(json, column, value));
        return json;
    }

    /** The column of a field that a problem names, such as {@code author.name}; empty where the whole author is missing. */
    public static String column(String field) {
        return PATHS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field.equals("author") ? "authorName" : "");
    }

    private static void put(ObjectNode json, String column, String value) {
        String path = PATHS.get(column);
        // Nothing is stripped from the words themselves.
        String text = column.equals("text") ? value : value.strip();
        if (text.isBlank()) {
            return;
        }
        int dot = path.indexOf('.');
        if (dot > 0) {
            String parent = path.substring(0, dot);
            ObjectNode inner = json.get(parent) instanceof ObjectNode there ? there : json.putObject(parent);
            inner.put(path.substring(dot + 1), text);
        } else if (column.equals(FOLLOW_UP)) {
            flag(json, text);
        } else {
            json.put(path, text);
        }
    }

    private static void flag(ObjectNode json, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            json.put(FOLLOW_UP, YES.contains(word));
        } else {
            json.put(FOLLOW_UP, text);
        }
    }
}
