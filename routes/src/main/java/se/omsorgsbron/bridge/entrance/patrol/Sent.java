package se.omsorgsbron.bridge.entrance.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.Refusal;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Outcome;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.intake.SentFields;
import se.omsorgsbron.bridge.ledger.Inbox.Kind;
import se.omsorgsbron.bridge.ledger.Inbox.Received;
import se.omsorgsbron.nightpatrol.mapper.PatrolMapper;
import se.omsorgsbron.nightpatrol.mapper.PatrolVisitMapper;

/** Reads one thing that a patrol sent, alone or in a batch, and hands it in. */
final class Sent {
    private final NoteDesk desk;

    Sent(NoteDesk desk) {
        this.desk = desk;
    }

    /** Whose request it is. */
    static Sender sender() {
        Caller caller = CallerToken.current();
        return new Sender(caller.ownMunicipality(), caller.recipient().orElseThrow());
    }

    /** Returns once it is stored. @throws Refusal if it is not taken */
    Received take(Sender sender, Kind kind, ObjectNode json) {
        Map<String, String> fields = SentFields.hashes(json);
        return received(
                switch (kind) {
                    case NOTE -> desk.note(sender, read(json, PatrolMapper::toNote), fields);
                    case VISIT -> desk.visit(sender, read(json, PatrolVisitMapper::toVisit), fields);
                    case WITHDRAWAL -> desk.withdrawal(sender, read(json, PatrolMapper::toWithdrawal), fields);
                });
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

    private static Received received(Outcome outcome) {
        if (outcome instanceof Outcome.Taken taken) {
            return taken.received();
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
                    "an id under which no such note or visit was received",
                    "the id of an earlier note or visit of the person");
        }
        throw wrong(
                "person",
                "a number that nobody has whom the bridge knows",
                "a person with home care in the municipality");
    }

    static Refusal wrong(String field, String found, String expected) {
        return new Refusal(Refusal.Kind.WRONG, List.of(new Problem(Reason.UNKNOWN_PERSON, field, found, expected)));
    }
}
