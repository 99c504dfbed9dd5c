package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record in Lifecare.
 *
 * @param record its content; of a removed one, the last
 * @param modified when it came, changed or was removed
 * @param removed whether it was removed
 */
record Entry(JsonNode record, Instant modified, boolean removed) {

    /** Whether only a delta shows it: it was removed, or came as deleted. */
    boolean deleted() {
        return removed || record.path("Deleted").asBoolean();
    }

    /** The record as a delta shows it. */
    JsonNode marked() {
        return removed && record instanceof ObjectNode object
                ? object.deepCopy().put("Deleted", true)
                : record;
    }
}
