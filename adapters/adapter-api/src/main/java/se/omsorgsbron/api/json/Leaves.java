package se.omsorgsbron.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The populated leaves of a record, as paths such as {@code Addresses[0].EntryCode}. Null and blank text are not populated. */
public final class Leaves {
    private Leaves() {}

    /** Paths of the populated leaves, in the order of the record. */
    public static List<String> of(JsonNode record) {
        List<String> paths = new ArrayList<>();
        collect(record, "", paths);
        return paths;
    }

    /** Whether anything stands there. */
    static boolean populated(JsonNode node) {
        return !node.isNull()
                && !node.isMissingNode()
                && !(node.isTextual() && node.textValue().isBlank());
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), join(path, field.getKey()), paths));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "[" + i + "]", paths);
            }
        } else if (populated(node)) {
            paths.add(path);
        }
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
