package se.omsorgsbron.bridge.entrance.patrol;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.omsorgsbron.bridge.entrance.Body;
import se.omsorgsbron.bridge.entrance.Refusal;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.intake.Receipts;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.Inbox.Kind;
import se.omsorgsbron.bridge.ledger.Inbox.Received;

/**
 * What a night patrol writes, and what has become of it. 202 is answered only once it is stored; the same id with the same content gets
 * the same receipt again.
 */
@RestController
@RequestMapping(path = NightPatrolApi.BASE, produces = "application/json")
public class NightPatrolApi {
    static final String BASE = "/night-patrol/v1";

    private final Sent sent;
    private final Inbox inbox;
    private final Receipts receipts;

    NightPatrolApi(NoteDesk desk, Inbox inbox, Receipts receipts) {
        this.sent = new Sent(desk);
        this.inbox = inbox;
        this.receipts = receipts;
    }

    @PostMapping(path = "/notes", consumes = "application/json")
    ResponseEntity<String> note(HttpServletRequest request) throws IOException {
        return take(Kind.NOTE, request);
    }

    @PostMapping(path = "/visits", consumes = "application/json")
    ResponseEntity<String> visit(HttpServletRequest request) throws IOException {
        return take(Kind.VISIT, request);
    }

    @PostMapping(path = "/withdrawals", consumes = "application/json")
    ResponseEntity<String> withdrawal(HttpServletRequest request) throws IOException {
        return take(Kind.WITHDRAWAL, request);
    }

    @GetMapping("/receipts/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
    String receipt(@PathVariable UUID id) {
        Sender sender = Sent.sender();
        return inbox.find(sender.municipality(), sender.system(), id)
                .map(received -> ReceiptJson.write(received, receipts.of(received)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    }

    private ResponseEntity<String> take(Kind kind, HttpServletRequest request) throws IOException {
        Received received = sent.take(Sent.sender(), kind, Body.json(request.getInputStream()));
        return ResponseEntity.accepted()
                .location(URI.create(BASE + "/receipts/" + received.receipt()))
                .body(ReceiptJson.write(received, receipts.of(received)));
    }
}
