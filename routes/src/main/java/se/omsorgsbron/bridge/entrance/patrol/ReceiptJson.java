package se.omsorgsbron.bridge.entrance.patrol;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import se.omsorgsbron.bridge.intake.Receipts.At;
import se.omsorgsbron.bridge.ledger.Inbox.Received;
import se.omsorgsbron.bridge.ledger.Standings.Rung;
import se.omsorgsbron.bridge.ledger.Standings.Standing;

/** {@code Receipt} of {@code docs/night-patrol-api.yaml}. */
final class ReceiptJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReceiptJson() {}

    static String write(Received received, List<At> systems) {
        ObjectNode receipt = JSON.createObjectNode();
        receipt.put("receipt", received.receipt().toString());
        receipt.put("id", received.senderId());
        receipt.put("rung", rung(systems));
        receipt.put("received", received.at().toString());
        ArrayNode array = receipt.putArray("systems");
        systems.forEach(at -> system(array.addObject(), at));
        return receipt.toString();
    }

    /** The highest that it has come to anywhere. */
    private static String rung(List<At> systems) {
        if (systems.stream().anyMatch(at -> at.standing().rung() == Rung.SEEN)) {
            return "seen";
        }
        return systems.stream().anyMatch(at -> at.standing().rung() == Rung.ACCEPTED) ? "accepted" : "received";
    }

    private static void system(ObjectNode node, At at) {
        Standing standing = at.standing();
        node.put("system", at.system());
        node.put("rung", standing.rung().name().toLowerCase(java.util.Locale.ROOT));
        node.put("since", standing.since().toString());
        standing.reason()
                .ifPresent(reason -> node.putObject("held")
                        .put("reason", reason.code())
                        .put("owner", reason.owner().code())
                        .put("english", reason.english())
                        .put("swedish", reason.swedish()));
    }
}
