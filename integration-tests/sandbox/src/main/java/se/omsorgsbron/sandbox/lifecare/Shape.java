package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a definition of the contract has.
 *
 * @param fields by name, in the contract's order
 */
record Shape(Map<String, Field> fields) {

    /** How {@code q} takes a field. */
    enum Search {
        /** Not at all. */
        NO,
        /** By its value. */
        VALUE,
        /** By its date, as yyyy-MM-dd. */
        DAY
    }

    /**
     * A field.
     *
     * @param type its type as {@code contract.yaml} writes it, without the search
     * @param shape the fields it has of its own, if it is an object or a list of objects
     * @param search how {@code q} takes it
     */
    record Field(String type, Optional<Shape> shape, Search search) {

        private boolean isList() {
            return type.endsWith("[]");
        }
    }

    /**
     * What {@code q} takes, by field name; a field of an object as {@code ServiceCategory.Code}. Fields of the objects in
     * a list are left out, because nothing says how one would be asked for.
     */
    Map<String, Search> searchable() {
        Map<String, Search> searchable = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            if (field.search() != Search.NO) {
                searchable.put(name, field.search());
            }
            if (!field.isList()) {
                field.shape()
                        .ifPresent(inner -> inner.searchable()
                                .forEach((innerName, search) -> searchable.put(name + "." + innerName, search)));
            }
        });
        return searchable;
    }

    /** The record with the contract's fields alone; what is no object where one is expected stays as it is. */
    JsonNode strip(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode stripped = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(property -> {
            Field field = fields.get(property.getKey());
            if (field != null) {
                stripped.set(property.getKey(), stripValue(field, property.getValue()));
            }
        });
        return stripped;
    }

    private static JsonNode stripValue(Field field, JsonNode value) {
        if (field.shape().isEmpty()) {
            return value;
        }
        if (value instanceof ArrayNode items) {
            ArrayNode stripped = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> stripped.add(field.shape().get().strip(item)));
            return stripped;
        }
        return field.shape().get().strip(value);
    }
}
