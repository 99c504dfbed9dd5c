package se.omsorgsbron.bridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import se.omsorgsbron.api.mapping.Hash;

/** The hash of each field of what was sent, by which two versions are told apart without keeping either. */
public final class SentFields {
    private SentFields() {}

    /** The hash of each field, by name. */
    public static Map<String, String> hashes(ObjectNode json) {
        Map<String, String> hashes = new TreeMap<>();
        json.properties().forEach(field -> hashes.put(field.getKey(), Hash.of(canonical(field.getValue()))));
        return hashes;
    }

    /** The order of the fields of an object says nothing. */
    private static String canonical(JsonNode value) {
        if (!value.isObject()) {
            return value.toString();
        }
        Map<String, String> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
        return fields.toString();
    }
}
