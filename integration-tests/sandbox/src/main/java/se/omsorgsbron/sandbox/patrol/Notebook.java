package se.omsorgsbron.sandbox.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What one patrol knows, and how far it has read: the newest state of each entry. It is written down after each page, so that a patrol
 * that starts again goes on where it was.
 */
final class Notebook {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private ObjectNode page;

    /** @param file where it is kept; what stands there is read */
    Notebook(Path file) throws IOException {
        this.file = file;
        this.page = Files.exists(file)
                ? (ObjectNode) JSON.readTree(file.toFile())
                : JSON.createObjectNode().put("next", "");
    }

    /** Where to go on from; empty at the beginning. */
    synchronized String next() {
        return page.path("next").asText();
    }

    /** The entries by key, each with kind, version and content. */
    synchronized JsonNode entries() {
        return page.withObjectProperty("entries").deepCopy();
    }

    /** Takes an answer of {@code GET /changes} in. */
    synchronized void take(JsonNode changes) throws IOException {
        ObjectNode fresh = page.deepCopy();
        ObjectNode entries = fresh.withObjectProperty("entries");
        if (changes.path("reset").asBoolean()) {
            entries.removeAll();
        }
        for (JsonNode change : changes.path("changes")) {
            String key = change.path("key").asText();
            if (change.path("removed").asBoolean()) {
                entries.remove(key);
            } else {
                entries.set(key, ((ObjectNode) change).deepCopy().remove(List.of("key", "removed")));
            }
        }
        fresh.put("next", changes.path("next").asText());
        write(fresh);
    }

    /** What was sent to the bridge, in order: path, body and the receipt. */
    synchronized JsonNode sent() {
        return page.withArrayProperty("sent").deepCopy();
    }

    /** Notes what the bridge has given a receipt for. */
    synchronized void sent(String path, JsonNode body, JsonNode receipt) throws IOException {
        ObjectNode fresh = page.deepCopy();
        ArrayNode sent = fresh.withArrayProperty("sent");
        sent.addObject()
                .put("path", path)
                .put("receipt", receipt.path("receipt").asText())
                .set("body", body);
        write(fresh);
    }

    private void write(ObjectNode fresh) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        JSON.writeValue(temporary.toFile(), fresh);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        page = fresh;
    }
}
