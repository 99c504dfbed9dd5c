package se.omsorgsbron.sandbox.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the night patrols write while the town runs: {@code night} in {@code town.yaml}. */
public final class Night {
    private static final Set<String> PATHS = Set.of("notes", "withdrawals");

    private Night() {}

    /**
     * One thing that happens.
     *
     * @param name in words
     * @param municipality whose patrol writes
     * @param send {@code notes} or {@code withdrawals}
     * @param body by docs/night-patrol-api.yaml
     */
    public record Event(String name, String municipality, String send, ObjectNode body) {}

    /**
     * Reads it, in order.
     *
     * @throws TownException if it cannot be used
     */
    public static List<Event> read(Path folder) {
        Set<String> codes = Town.read(folder).municipalities().keySet();
        List<Event> events = new ArrayList<>();
        for (JsonNode node : Town.yaml(folder.resolve("town.yaml")).path("night")) {
            String name = node.path("name").asText();
            String municipality = node.path("municipality").asText();
            String send = node.path("send").asText();
            if (!codes.contains(municipality)
                    || !PATHS.contains(send)
                    || !(node.path("body") instanceof ObjectNode body)
                    || !body.path("id").isTextual()) {
                throw new TownException("town.yaml: night \"" + name
                        + "\" needs a municipality, send: notes or withdrawals, and a body with an id");
            }
            events.add(new Event(name, municipality, send, body));
        }
        return events;
    }
}
