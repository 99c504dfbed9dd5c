package se.omsorgsbron.primarycare.fhir.mapper;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import se.omsorgsbron.fhir.Canonicals;

/**
 * The paths of {@code allowed-elements.txt} as a tree, to look in one pass whether a resource has anything that is not listed. It
 * hardly ever has; what is not as simple as that is left to {@link AllowedElements}.
 */
final class ListedPaths {
    private static final JsonFactory JSON = new JsonFactory();
    /** Dots, but those in brackets; and before a bracket, for {@code extension(contact-rank)} is two steps. */
    private static final Pattern STEPS = Pattern.compile("\\.(?![^(]*\\))|(?=\\()");

    private final Map<String, ListedPaths> below = new HashMap<>();
    private final boolean root;
    private boolean listed;

    private ListedPaths(boolean root) {
        this.root = root;
    }

    static ListedPaths of(Collection<String> paths) {
        ListedPaths root = new ListedPaths(true);
        for (String path : paths) {
            ListedPaths place = root;
            for (String step : STEPS.split(path)) {
                place = place.below.computeIfAbsent(step, s -> new ListedPaths(false));
            }
            place.listed = true;
        }
        return root;
    }

    /** Whether it is certain that every element of a resource is listed. */
    boolean hold(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT && object(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("HAPI writes JSON", e);
        }
    }

    /** An object at this place, from its first field on. */
    private boolean object(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            String name = field.startsWith("_") ? field.substring(1) : field;
            JsonToken token = parser.nextToken();
            if (!name.equals("resourceType") && !each(parser, name, token)) {
                return false;
            }
        }
        return true;
    }

    /** A field's value, or each of its values. */
    private boolean each(JsonParser parser, String name, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return value(parser, name, token);
        }
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            // A list of primitives and the list of their extensions keep step by their nulls.
            if (item != JsonToken.VALUE_NULL && !value(parser, name, item)) {
                return false;
            }
        }
        return true;
    }

    private boolean value(JsonParser parser, String name, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT && (name.endsWith("xtension") || name.equals("contained"))) {
            return kind(parser, name);
        }
        ListedPaths place = below.get(name);
        return place != null && (token == JsonToken.START_OBJECT ? place.object(parser) : place.listed);
    }

    /** An extension or a contained resource: which one, its first field says. */
    private boolean kind(JsonParser parser, String name) throws IOException {
        boolean contained = name.equals("contained");
        if (parser.nextToken() != JsonToken.FIELD_NAME
                || !parser.currentName().equals(contained ? "resourceType" : "url")) {
            return false;
        }
        String kind = parser.nextTextValue();
        if (Canonicals.DATA_ABSENT_REASON.equals(kind)) {
            return absent(parser);
        }
        ListedPaths list = below.get(name);
        if (list == null || kind == null) {
            return false;
        }
        String ours = kind.startsWith(AllowedElements.OURS) ? kind.substring(AllowedElements.OURS.length()) : kind;
        ListedPaths place = list.below.get("(" + ours + ")");
        return place != null && place.object(parser);
    }

    /** The reason why a value is absent may stand in place of any that is listed, or that has something listed. */
    private boolean absent(JsonParser parser) throws IOException {
        return !root
                && parser.nextToken() == JsonToken.FIELD_NAME
                && parser.currentName().equals("valueCode")
                && parser.nextTextValue() != null
                && parser.nextToken() == JsonToken.END_OBJECT;
    }
}
