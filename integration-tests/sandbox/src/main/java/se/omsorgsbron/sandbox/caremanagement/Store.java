package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that CareManagement has: errands, each with its lists, and the namespaces. Kept in one JSON file, {@code caremanagement.json}
 * in the state folder, which is written after every change. Thread-safe: every use holds the store.
 */
final class Store {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private ObjectNode root = JSON.createObjectNode();

    private Store(Optional<Path> file) {
        this.file = file;
        root.putArray("errands");
        root.putArray("namespaces");
        root.putArray("seen");
    }

    /**
     * Reads the state, and from the town the errands that the state has never seen.
     *
     * @param state the folder of the state; empty keeps none
     * @param errands of the town
     */
    static Store open(Optional<Path> state, List<JsonNode> errands) throws IOException {
        Store store = new Store(state.map(folder -> folder.resolve("caremanagement.json")));
        if (store.file.isPresent() && Files.exists(store.file.get())) {
            store.root = (ObjectNode) JSON.readTree(Files.readAllBytes(store.file.get()));
        }
        errands.forEach(store::feed);
        store.save();
        return store;
    }

    private void feed(JsonNode errand) {
        String id = errand.path("id").asText();
        boolean seen = false;
        for (JsonNode known : array("seen")) {
            seen |= known.asText().equals(id);
        }
        if (!seen && errand instanceof ObjectNode object) {
            array("seen").add(id);
            array("errands").add(object.deepCopy());
        }
    }

    /** Something that is done while nobody else does anything. */
    interface Use<T> {
        T with(Store store);
    }

    /** Reads or changes; a change is kept before this returns. */
    synchronized <T> T use(boolean changes, Use<T> use) {
        T result = use.with(this);
        if (changes) {
            save();
        }
        return result;
    }

    /** The errands that fit, in the order in which they came. */
    List<ObjectNode> errands(Predicate<ObjectNode> fits) {
        return list(array("errands")).stream().filter(fits).toList();
    }

    void add(ObjectNode errand) {
        array("errands").add(errand);
    }

    void remove(ObjectNode errand) {
        remove(array("errands"), errand);
    }

    List<ObjectNode> namespaces() {
        return list(array("namespaces"));
    }

    void addNamespace(ObjectNode namespace) {
        array("namespaces").add(namespace);
    }

    /** A list of an errand, in the order in which its records came. */
    static List<ObjectNode> part(ObjectNode errand, Part part) {
        return list(errand.withArray(part.code()));
    }

    static void add(ObjectNode errand, Part part, ObjectNode record) {
        errand.withArray(part.code()).add(record);
    }

    static void remove(ObjectNode errand, Part part, ObjectNode record) {
        remove(errand.withArray(part.code()), record);
    }

    private static void remove(ArrayNode from, ObjectNode record) {
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).path("id").equals(record.path("id"))) {
                from.remove(i);
                return;
            }
        }
    }

    private static List<ObjectNode> list(ArrayNode array) {
        List<ObjectNode> list = new ArrayList<>();
        array.forEach(node -> list.add((ObjectNode) node));
        return list;
    }

    private ArrayNode array(String name) {
        return root.withArray(name);
    }

    /** Another process never sees half of it. */
    private void save() {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.get().toAbsolutePath().getParent());
            Path half = file.get().resolveSibling("caremanagement.json.half");
            Files.write(half, JSON.writeValueAsBytes(root));
            Files.move(half, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
