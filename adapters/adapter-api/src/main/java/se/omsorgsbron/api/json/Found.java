package se.omsorgsbron.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What a problem says it found: the shape of it, and its words only where they cannot be personal. */
final class Found {
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,30}");

    private Found() {}

    /** What kind of JSON stands there. */
    static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "text";
        };
    }

    /** A code of one of the contract's code lists, which are no place for personal data. */
    static String code(String text) {
        return CODE.matcher(text).matches() ? text : text.length() + " characters";
    }
}
