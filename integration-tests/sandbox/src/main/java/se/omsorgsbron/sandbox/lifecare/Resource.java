package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * A list that Lifecare serves.
 *
 * @param name its name, as its path and its file in the town have it
 * @param version the number after {@code v} in its path
 * @param shape its records' fields
 * @param parameters what it takes in the query, beside {@code domain} and {@code key}
 * @param byId the field that {@code /{id}} names, if it has such a path
 * @param key the field that tells its records apart
 * @param ordered whether the contract promises the order of {@code Id}
 */
record Resource(
        String name,
        int version,
        Shape shape,
        Set<String> parameters,
        Optional<String> byId,
        String key,
        boolean ordered) {

    /** Whether {@code gt} and {@code lt} show what was modified, and what was removed. */
    boolean hasDelta() {
        return parameters.contains("gt");
    }

    /** Whether its records say themselves when they were changed. */
    boolean hasUpdateTime() {
        return shape.fields().containsKey("UpdateTime");
    }

    String path() {
        return "/api/v" + version + "/" + name;
    }

    /** What tells the record apart, empty if it lacks it. */
    Optional<String> keyOf(JsonNode node) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
