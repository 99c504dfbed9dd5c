package se.omsorgsbron.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Edits the folder of a town, as a person with a text editor does. */
final class TownEditor {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Path BUILT_IN = Path.of("../sandbox/src/main/resources/town");

    private final Path folder;

    TownEditor(Path folder) {
        this.folder = folder;
    }

    /** The built-in town, laid out in {@code folder}, without its scripted changes, and with canaries. */
    static TownEditor builtIn(Path folder) {
        Path source = BUILT_IN;
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
            Path yaml = folder.resolve("town.yaml");
            Files.writeString(yaml, Files.readString(yaml).replaceFirst("(?s)\nchanges:.*", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TownEditor editor = new TownEditor(folder);
        Canaries.putInto(editor);
        return editor;
    }

    /** The built-in town as it is shipped. */
    static TownEditor shipped() {
        return new TownEditor(BUILT_IN);
    }

    /** The records of a list. */
    ArrayNode records(String resource) {
        try {
            return (ArrayNode) JSON.readTree(file(resource).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record with that id. */
    ObjectNode record(String resource, String id) {
        for (JsonNode record : records(resource)) {
            if (record.path("Id").asText().equals(id)) {
                return (ObjectNode) record;
            }
        }
        throw new IllegalArgumentException("no " + resource + " " + id);
    }

    void set(String resource, String id, Map<String, Object> fields) {
        edit(resource, all -> {
            for (JsonNode record : all) {
                if (record.path("Id").asText().equals(id)) {
                    fields.forEach((name, value) -> ((ObjectNode) record).set(name, JSON.valueToTree(value)));
                }
            }
        });
    }

    void add(String resource, ObjectNode record) {
        edit(resource, all -> all.add(record));
    }

    void remove(String resource, String id) {
        edit(resource, all -> {
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).path("Id").asText().equals(id)) {
                    all.remove(i);
                }
            }
        });
    }

    void edit(String resource, Consumer<ArrayNode> change) {
        ArrayNode all = records(resource);
        change.accept(all);
        try {
            Path fresh = Files.createTempFile(folder.getParent(), resource, ".json");
            JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), all);
            Files.move(fresh, file(resource), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String resource) {
        return folder.resolve(resource + ".json");
    }
}
