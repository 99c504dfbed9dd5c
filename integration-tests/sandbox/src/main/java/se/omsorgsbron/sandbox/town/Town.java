package se.omsorgsbron.sandbox.town;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import se.omsorgsbron.sandbox.town.Municipality.IdRange;

/**
 * What {@code town.yaml} says of a town.
 *
 * @param folder the town's records
 * @param municipalities the municipalities by code
 * @param changes what happens while the sandbox runs, in order
 */
public record Town(TownFolder folder, Map<String, Municipality> municipalities, List<Change> changes) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Copies the collections. */
    public Town {
        municipalities = Map.copyOf(municipalities);
        changes = List.copyOf(changes);
    }

    /**
     * Reads {@code town.yaml}.
     *
     * @throws TownException if it is not there or cannot be used
     */
    public static Town read(Path folder) {
        JsonNode root = yaml(folder.resolve("town.yaml"));
        Map<String, Municipality> municipalities = new TreeMap<>();
        root.path("municipalities")
                .properties()
                .forEach(entry -> municipalities.put(entry.getKey(), municipality(entry.getKey(), entry.getValue())));
        if (municipalities.isEmpty()) {
            throw new TownException("town.yaml: write at least one municipality under municipalities");
        }
        return new Town(new TownFolder(folder), municipalities, ChangeReader.read(root.path("changes")));
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the file, keys included.
            throw new TownException(
                    "town.yaml is not YAML at line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new TownException("The town folder needs a town.yaml that can be read", e);
        }
    }

    private static Municipality municipality(String code, JsonNode node) {
        JsonNode ids = node.path("ids");
        if (!node.path("key").isTextual()
                || !ids.path(0).isInt()
                || !ids.path(1).isInt()) {
            throw new TownException("town.yaml: municipality " + code + " needs a key and ids: [first, last]");
        }
        return new Municipality(
                code,
                node.path("name").asText(code),
                node.get("key").asText(),
                new IdRange(ids.get(0).asInt(), ids.get(1).asInt()),
                table(node.path("headlines").path("notes"), Integer::valueOf),
                table(node.path("headlines").path("plan"), Integer::valueOf),
                table(node.path("relations"), Function.identity()));
    }

    private static <K> Map<K, String> table(JsonNode node, Function<String, K> key) {
        Map<K, String> table = new TreeMap<>();
        try {
            node.properties()
                    .forEach(entry -> table.put(
                            key.apply(entry.getKey()), entry.getValue().asText()));
        } catch (NumberFormatException e) {
            throw new TownException("town.yaml: write headlines as {<headline id>: <meaning>}", e);
        }
        return table;
    }

    /** Something that happens to one record while the sandbox runs, written in {@code town.yaml}. */
    public sealed interface Change {

        /** What happens, in words; no two changes of a town have the same. */
        String name();

        /** How long after the change before it, or after the first agreement, it happens. */
        Duration after();

        /** The list that has the record, as its file is named. */
        String resource();

        /**
         * Some fields of a record get other values.
         *
         * @param id the record's Id
         * @param set the fields, each replaced as a whole
         */
        record Edit(String name, Duration after, String resource, String id, ObjectNode set) implements Change {}

        /**
         * A record is added.
         *
         * @param record all of it
         */
        record Add(String name, Duration after, String resource, ObjectNode record) implements Change {}

        /**
         * A record is removed.
         *
         * @param id the record's Id
         */
        record Remove(String name, Duration after, String resource, String id) implements Change {}
    }
}
