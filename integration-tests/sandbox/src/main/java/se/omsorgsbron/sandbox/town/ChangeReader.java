package se.omsorgsbron.sandbox.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.sandbox.town.Town.Change;

/** Reads the scripted changes of a {@code town.yaml}. */
final class ChangeReader {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m)");

    private ChangeReader() {}

    static List<Change> read(JsonNode nodes) {
        List<Change> changes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : nodes) {
            Change change = change(node);
            if (!names.add(change.name())) {
                throw new TownException("town.yaml: two changes are named \"" + change.name() + "\"");
            }
            changes.add(change);
        }
        return changes;
    }

    private static Change change(JsonNode node) {
        String name = node.path("name").asText();
        Duration after = after(name, node.path("after").asText("0s"));
        if (node.path("edit").path("set") instanceof ObjectNode set) {
            JsonNode edit = node.get("edit");
            return new Change.Edit(name, after, resource(name, edit), id(name, edit), set);
        }
        if (node.path("add").path("record") instanceof ObjectNode added) {
            return new Change.Add(name, after, resource(name, node.get("add")), added);
        }
        if (node.path("remove").isObject()) {
            JsonNode remove = node.get("remove");
            return new Change.Remove(name, after, resource(name, remove), id(name, remove));
        }
        throw new TownException("town.yaml: change \"" + name
                + "\" needs edit: {resource, id, set}, add: {resource, record} or remove: {resource, id}");
    }

    private static String resource(String name, JsonNode node) {
        String resource = node.path("resource").asText();
        if (!TownFolder.RESOURCES.contains(resource)) {
            throw new TownException("town.yaml: change \"" + name + "\" needs a resource, one of "
                    + String.join(", ", TownFolder.RESOURCES));
        }
        return resource;
    }

    private static String id(String name, JsonNode node) {
        if (!node.path("id").isValueNode()) {
            throw new TownException("town.yaml: change \"" + name + "\" needs the id of a record");
        }
        return node.get("id").asText();
    }

    private static Duration after(String name, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new TownException("town.yaml: change \"" + name + "\" needs an after such as 500ms, 10s or 1m");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
