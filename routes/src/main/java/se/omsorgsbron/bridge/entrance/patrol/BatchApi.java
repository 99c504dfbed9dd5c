package se.omsorgsbron.bridge.entrance.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.entrance.Body;
import se.omsorgsbron.bridge.entrance.Refusal;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.intake.Receipts;
import se.omsorgsbron.bridge.ledger.Inbox.Kind;
import se.omsorgsbron.bridge.ledger.Inbox.Received;

/**
 * Many things that a patrol sent at once, taken in one after the other in their order, each with an outcome of its own: what is wrong
 * with one blocks no other, and what is sent again gets the same receipt.
 */
@RestController
@RequestMapping(path = NightPatrolApi.BASE, produces = "application/json")
public class BatchApi {
    private static final Logger LOG = LoggerFactory.getLogger(BatchApi.class);
    private static final int MOST = 500;
    private static final int MULTI_STATUS = 207;
    private static final Map<String, Kind> KINDS =
            Map.of("note", Kind.NOTE, "visit", Kind.VISIT, "withdrawal", Kind.WITHDRAWAL);

    private static final JsonMapper JSON = new JsonMapper();

    private final Sent sent;
    private final Receipts receipts;

    BatchApi(NoteDesk desk, Receipts receipts) {
        this.sent = new Sent(desk);
        this.receipts = receipts;
    }

    @PostMapping(path = "/batches", consumes = "application/json")
    ResponseEntity<String> batch(HttpServletRequest request) throws IOException {
        JsonNode body = Body.json(request.getInputStream());
        JsonNode entries = body.path("entries");
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST || body.size() != 1) {
            throw Sent.wrong(
                    "entries", "something else", "a list of at most " + MOST + " entries, and nothing beside it");
        }
        return ResponseEntity.status(MULTI_STATUS)
                .body(take(Sent.sender(), entries).toString());
    }

    /** What became of each. */
    ObjectNode take(Sender sender, JsonNode entries) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        boolean answers = true;
        for (JsonNode entry : entries) {
            ObjectNode result = results.addObject();
            // A ledger that does not answer is not asked again for each of the rest.
            answers = answers && one(sender, entry, result);
            if (!answers) {
                refused(result, new Refusal(Refusal.Kind.NOT_NOW));
            }
        }
        return answer;
    }

    /** Takes one entry in; false, without a result, if the ledger does not answer. */
    private boolean one(Sender sender, JsonNode entry, ObjectNode result) {
        try {
            Received received = sent.take(sender, kind(entry), content(entry));
            result.put("status", 202);
            result.putRawValue("receipt", new RawValue(ReceiptJson.write(received, receipts.of(received))));
        } catch (Refusal refusal) {
            refused(result, refusal);
        } catch (DataAccessException | TransactionException silent) {
            LOG.warn(
                    "the ledger does not answer a batch ({})", silent.getClass().getSimpleName());
            return false;
        } catch (RuntimeException failure) {
            // Its message could quote what was sent.
            LOG.error("an entry of a batch failed ({})", failure.getClass().getName());
            refused(result, new Refusal(Refusal.Kind.FAILED));
        }
        return true;
    }

    private static void refused(ObjectNode result, Refusal refusal) {
        result.put("status", refusal.status());
        result.putRawValue("problem", new RawValue(refusal.json()));
    }

    private static Kind kind(JsonNode entry) {
        Kind kind = entry.isObject() && entry.size() == 1
                ? KINDS.get(entry.fieldNames().next())
                : null;
        if (kind == null) {
            throw Sent.wrong("", "something else", "an object with one of note, visit and withdrawal");
        }
        return kind;
    }

    private static ObjectNode content(JsonNode entry) {
        if (entry.elements().next() instanceof ObjectNode content) {
            return content;
        }
        throw Sent.wrong("", "something else", "an object");
    }
}
