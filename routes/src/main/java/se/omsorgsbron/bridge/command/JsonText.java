package se.omsorgsbron.bridge.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Short answers of commands as JSON. */
final class JsonText {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonText() {}

    /** Whether something is good, and if not, why. */
    static String problems(List<String> problems) {
        ObjectNode node = JSON.createObjectNode().put("good", problems.isEmpty());
        problems.forEach(node.putArray("problems")::add);
        return node.toPrettyString();
    }

    /** JSON that the bridge wrote itself. */
    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger has something that is not JSON");
        }
    }
}
