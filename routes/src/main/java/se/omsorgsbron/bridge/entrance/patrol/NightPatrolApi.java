package se.omsorgsbron.bridge.entrance.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.api.mapping.Hash;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.entrance.Body;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.Refusal;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Outcome;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.intake.Receipts;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.Inbox.Received;
import se.omsorgsbron.nightpatrol.mapper.PatrolMapper;

/**
 * What a night patrol writes, and what has become of it. 202 is answered only once it is stored; the same id with the same content gets
 * the same receipt again.
 */
@RestController
@RequestMapping(path = NightPatrolApi.BASE, produces = "application/json")
public class NightPatrolApi {
    static final String BASE = "/night-patrol/v1";

    private final NoteDesk desk;
    private final Inbox inbox;
    private final Receipts receipts;

    NightPatrolApi(NoteDesk desk, Inbox inbox, Receipts receipts) {
        this.desk = desk;
        this.inbox = inbox;
        this.receipts = receipts;
    }

    @PostMapping(path = "/notes", consumes = "application/json")
    ResponseEntity<String> note(HttpServletRequest request) throws IOException {
        ObjectNode json = Body.json(request.getInputStream());
        return answer(desk.note(sender(), read(json, PatrolMapper::toNote), hashes(json)));
    }

    @PostMapping(path = "/withdrawals", consumes = "application/json")
    ResponseEntity<String> withdrawal(HttpServletRequest request) throws IOException {
        ObjectNode json = Body.json(request.getInputStream());
        return answer(desk.withdrawal(sender(), read(json, PatrolMapper::toWithdrawal), hashes(json)));
    }

    @GetMapping("/receipts/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
    String receipt(@PathVariable UUID id) {
        Sender sender = sender();
        return inbox.find(sender.municipality(), sender.system(), id)
                .map(received -> ReceiptJson.write(received, receipts.of(received)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    }

    private static Sender sender() {
        Caller caller = CallerToken.current();
        return new Sender(caller.ownMunicipality(), caller.recipient().orElseThrow());
    }

    private static <T> T read(JsonNode json, Function<JsonNode, Mapped<T>> mapper) {
        Mapped<T> mapped = mapper.apply(json);
        if (mapped instanceof Mapped.Rejected<T> rejected) {
            throw new Refusal(Refusal.Kind.WRONG, rejected.problems());
        }
        if (!mapped.unused().isEmpty()) {
            // It was meant to say something, and would be lost.
            throw new Refusal(
                    Refusal.Kind.WRONG,
                    mapped.unused().stream()
                            .limit(20)
                            .map(field -> new Problem(
                                    Reason.NOT_JSON,
                                    field.length() > 60 ? field.length() + " characters" : field,
                                    "a field that the contract does not have",
                                    "no such field; see docs/night-patrol-api.yaml"))
                            .toList());
        }
        return ((Mapped.Value<T>) mapped).value();
    }

    /** The hash of each field, by which two versions are told apart without keeping either. */
    private static Map<String, String> hashes(ObjectNode json) {
        Map<String, String> hashes = new TreeMap<>();
        json.properties().forEach(field -> hashes.put(field.getKey(), Hash.of(canonical(field.getValue()))));
        return hashes;
    }

    /** The order of the fields of an object says nothing. */
    private static String canonical(JsonNode value) {
        if (!value.isObject()) {
            return value.toString();
        }
        Map<String, String> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
        return fields.toString();
    }

    private ResponseEntity<String> answer(Outcome outcome) {
        if (outcome instanceof Outcome.Taken taken) {
            Received received = taken.received();
            return ResponseEntity.accepted()
                    .location(URI.create(BASE + "/receipts/" + received.receipt()))
                    .body(ReceiptJson.write(received, receipts.of(received)));
        }
        if (outcome instanceof Outcome.OtherContent other) {
            throw new Refusal(
                    Refusal.Kind.OTHER_CONTENT,
                    other.differing().stream()
                            .map(field -> new Problem(
                                    Reason.NOT_JSON,
                                    field,
                                    "other content than was received "
                                            + other.before().at(),
                                    "the same content, or a new id"))
                            .toList());
        }
        if (outcome instanceof Outcome.UnknownNote unknown) {
            throw wrong(
                    unknown.field(),
                    "an id under which no such note was received",
                    "the id of an earlier note on the person");
        }
        throw wrong(
                "person",
                "a number that nobody has whom the bridge knows",
                "a person with home care in the municipality");
    }

    private static Refusal wrong(String field, String found, String expected) {
        return new Refusal(Refusal.Kind.WRONG, List.of(new Problem(Reason.UNKNOWN_PERSON, field, found, expected)));
    }
}
