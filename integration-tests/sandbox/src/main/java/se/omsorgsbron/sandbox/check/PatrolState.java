package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one municipality's night patrol knows, and what it has sent.
 *
 * @param entries by key
 * @param sent in order
 */
record PatrolState(Map<String, JsonNode> entries, List<Sent> sent) {
    /**
     * Something that the bridge has given a receipt for.
     *
     * @param path {@code notes} or {@code withdrawals}
     * @param receipt its id
     * @param body as it was sent
     */
    record Sent(String path, String receipt, JsonNode body) {}

    /** As the patrols' page shows it. */
    static PatrolState of(JsonNode shown) {
        var entries = new LinkedHashMap<String, JsonNode>();
        shown.path("entries").properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        var sent = new ArrayList<Sent>();
        shown.path("sent")
                .forEach(node ->
                        sent.add(new Sent(Json.text(node, "path"), Json.text(node, "receipt"), node.path("body"))));
        return new PatrolState(entries, List.copyOf(sent));
    }

    /** The content of an entry. */
    Optional<JsonNode> content(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.path("content"));
    }

    /** The notes that it has sent. */
    List<Sent> notes() {
        return sent.stream().filter(one -> one.path().equals("notes")).toList();
    }

    /** Whether the patrol has taken that note of its own back. */
    boolean withdrawn(Sent note) {
        return sent.stream()
                .anyMatch(one -> one.path().equals("withdrawals")
                        && Json.text(one.body(), "withdraws").equals(Json.text(note.body(), "id")));
    }
}
