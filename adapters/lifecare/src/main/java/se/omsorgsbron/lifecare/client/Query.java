package se.omsorgsbron.lifecare.client;

import java.util.regex.Pattern;

/**
 * The grammar of {@code q}: {@code Field='Value'}, for fields that the contract marks as searchable. There is no escape for a
 * quote in it, so a value with one is refused.
 */
public final class Query {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z]+(\\.[A-Za-z]+)*");

    private Query() {}

    /**
     * The query for records whose field has that value.
     *
     * @throws IllegalArgumentException if the field is no field name or the value cannot be asked for; the message has neither
     */
    public static String equal(String field, String value) {
        if (!FIELD.matcher(field).matches()) {
            throw new IllegalArgumentException("not the name of a field in Lifecare");
        }
        if (value.isBlank() || value.chars().anyMatch(Query::refused)) {
            throw new IllegalArgumentException("Lifecare's query has no way to ask for that value of " + field);
        }
        return field + "='" + value + "'";
    }

    private static boolean refused(int character) {
        return character == '\'' || character == '"' || Character.isISOControl(character);
    }
}
