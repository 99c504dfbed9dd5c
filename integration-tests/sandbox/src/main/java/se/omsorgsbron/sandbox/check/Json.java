package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Short ways into a JSON tree, without nulls. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The text at {@code path}, whatever its JSON type; empty text where there is none. */
    static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    /** The text at {@code path} unless it is missing, null or empty. */
    static Optional<String> find(JsonNode node, String... path) {
        return Optional.of(text(node, path)).filter(text -> !text.isEmpty());
    }

    static boolean isTrue(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode here = node;
        for (String step : path) {
            here = here.path(step);
        }
        // A JSON null is the same as nothing.
        return here.isNull() ? MissingNode.getInstance() : here;
    }

    /** The elements of the array at {@code path}, or none. */
    static List<JsonNode> list(JsonNode node, String... path) {
        var elements = new ArrayList<JsonNode>();
        at(node, path).forEach(elements::add);
        return elements;
    }

    /** The codes of a list of codings, or of a CodeableConcept's, in that system. */
    static List<String> codes(JsonNode concept, String system) {
        return StreamSupport.stream(concept.path("coding").spliterator(), false)
                .filter(coding -> text(coding, "system").equals(system))
                .map(coding -> text(coding, "code"))
                .toList();
    }
}
