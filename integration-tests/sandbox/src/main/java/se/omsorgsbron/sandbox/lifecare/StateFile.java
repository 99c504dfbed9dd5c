package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;

/**
 * Keeps {@link Registers} in one JSON file, {@code lifecare.json} in the state folder: records with their modification
 * times, removed ones too, what was last seen in the town folder, and the changes that were made.
 */
final class StateFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Registers registers;
    private long saved;

    StateFile(Path folder, Registers registers) {
        this.file = folder.resolve("lifecare.json");
        this.registers = registers;
    }

    /** Fills the registers from the file, if it is there. */
    void load() throws IOException {
        if (Files.exists(file)) {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            registers.exclusively((all, applied) -> {
                root.path("changes").forEach(name -> applied.add(name.asText()));
                all.forEach(
                        (name, register) -> fill(register, root.path("lists").path(name)));
            });
            saved = registers.version();
        }
    }

    private static void fill(Register register, JsonNode list) {
        list.path("current")
                .properties()
                .forEach(entry -> register.current()
                        .put(
                                entry.getKey(),
                                new Entry(
                                        entry.getValue().path("record"),
                                        Instant.parse(entry.getValue()
                                                .path("modified")
                                                .asText()),
                                        entry.getValue().path("removed").asBoolean())));
        list.path("folder").properties().forEach(entry -> register.folder().put(entry.getKey(), entry.getValue()));
    }

    /** Writes the file if anything has changed since it was last written; another process never sees half of it. */
    synchronized void save() throws IOException {
        long version = registers.version();
        if (version == saved && Files.exists(file)) {
            return;
        }
        ObjectNode root = JSON.createObjectNode();
        registers.exclusively((all, applied) -> {
            ArrayNode changes = root.putArray("changes");
            applied.forEach(changes::add);
            ObjectNode lists = root.putObject("lists");
            all.forEach((name, register) -> write(register, lists.putObject(name)));
        });
        Files.createDirectories(file.getParent());
        Path half = file.resolveSibling("lifecare.json.half");
        Files.write(half, JSON.writeValueAsBytes(root));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        saved = version;
    }

    private static void write(Register register, ObjectNode list) {
        ObjectNode current = list.putObject("current");
        for (Map.Entry<String, Entry> entry : register.current().entrySet()) {
            current.putObject(entry.getKey())
                    .put("modified", entry.getValue().modified().toString())
                    .put("removed", entry.getValue().removed())
                    .set("record", entry.getValue().record());
        }
        ObjectNode folder = list.putObject("folder");
        register.folder().forEach(folder::set);
    }
}
