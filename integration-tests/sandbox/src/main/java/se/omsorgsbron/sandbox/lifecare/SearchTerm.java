package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.sandbox.lifecare.Shape.Search;

/**
 * What {@code q} asks for: {@code Field='Value'}, on a field that the contract marks as searchable. The contract shows no
 * way to combine two terms, so there is none here.
 *
 * @param field the field, a field of an object as {@code ServiceCategory.Code}
 * @param value what its value has to equal, letter for letter
 * @param search how the field is searched
 */
record SearchTerm(String field, String value, Search search) {

    private static final Pattern TERM = Pattern.compile("([A-Za-z]+(?:\\.[A-Za-z]+)*)='([^']*)'");

    static SearchTerm parse(Resource resource, String text) {
        Matcher matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            throw new Refusal(400, "Invalid query format");
        }
        Search search = Optional.ofNullable(resource.shape().searchable().get(matcher.group(1)))
                .orElseThrow(() -> new Refusal(400, "Invalid query: the field is not searchable"));
        if (search == Search.DAY && !matcher.group(2).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Refusal(400, "Invalid query: write the date as yyyy-MM-dd");
        }
        return new SearchTerm(matcher.group(1), matcher.group(2), search);
    }

    boolean matches(JsonNode node) {
        JsonNode found = node.at("/" + field.replace('.', '/'));
        if (found.isMissingNode() || found.isNull()) {
            return false;
        }
        return switch (search) {
            case DAY -> found.asText().startsWith(value);
            case VALUE ->
                found.isBoolean()
                        ? found.asText().equalsIgnoreCase(value)
                        : found.asText().equals(value);
            case NO -> false;
        };
    }
}
