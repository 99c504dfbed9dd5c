package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The records of one list: what Lifecare has, and what was last seen in the town folder. Not thread-safe.
 *
 * @param resource which list
 * @param current what Lifecare has, by key, in the order in which the records came
 * @param folder what was last seen in the folder, by key; empty before the first look
 */
record Register(Resource resource, Map<String, Entry> current, Map<String, JsonNode> folder) {

    static Register empty(Resource resource) {
        return new Register(resource, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Takes over what differs from the last look at the folder; returns whether anything did. */
    boolean take(List<JsonNode> records, Instant now) {
        Map<String, JsonNode> seen = keyed(records);
        boolean first = folder.isEmpty() && current.isEmpty();
        Set<String> keys = new LinkedHashSet<>(folder.keySet());
        keys.addAll(seen.keySet());
        keys.removeIf(key -> Objects.equals(folder.get(key), seen.get(key)));
        for (String key : keys) {
            if (!seen.containsKey(key)) {
                remove(key, now);
            } else if (first) {
                current.put(key, new Entry(seen.get(key), now, false));
            } else {
                put(key, merged(folder.get(key), seen.get(key), current.get(key)), now);
            }
        }
        folder.clear();
        folder.putAll(seen);
        return !keys.isEmpty();
    }

    /** A field that the folder changed is the folder's; a field that only a scripted change touched stays as it is. */
    private static JsonNode merged(JsonNode before, JsonNode after, Entry now) {
        if (!(before instanceof ObjectNode old)
                || !(after instanceof ObjectNode fresh)
                || now == null
                || now.removed()
                || !(now.record() instanceof ObjectNode live)) {
            return after;
        }
        ObjectNode result = live.deepCopy();
        old.fieldNames().forEachRemaining(name -> {
            if (!fresh.has(name)) {
                result.remove(name);
            }
        });
        fresh.properties().forEach(field -> {
            if (!field.getValue().equals(old.get(field.getKey()))) {
                result.set(field.getKey(), field.getValue());
            }
        });
        return result;
    }

    void put(String key, JsonNode node, Instant now) {
        JsonNode stamped = node;
        if (resource.hasUpdateTime() && node instanceof ObjectNode object) {
            stamped = object.deepCopy().put("UpdateTime", now.toString());
        }
        current.put(key, new Entry(stamped, now, false));
    }

    /** Returns whether there was such a record. */
    boolean remove(String key, Instant now) {
        Optional<Entry> entry = live(key);
        entry.ifPresent(found -> current.put(key, new Entry(found.record(), now, true)));
        return entry.isPresent();
    }

    Optional<Entry> live(String key) {
        return Optional.ofNullable(current.get(key)).filter(entry -> !entry.removed());
    }

    List<Entry> entries() {
        return new ArrayList<>(current.values());
    }

    /** Records by key; one that lacks its key, or repeats another's, goes by its place among those. */
    private Map<String, JsonNode> keyed(List<JsonNode> records) {
        Map<String, JsonNode> keyed = new LinkedHashMap<>();
        for (JsonNode node : records) {
            String key = resource.keyOf(node).orElse("#");
            int again = 2;
            String unique = key;
            while (keyed.containsKey(unique)) {
                unique = key + "#" + again++;
            }
            keyed.put(unique, node);
        }
        return keyed;
    }
}
