package se.omsorgsbron.lifecare.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.LifecareClient;
import se.omsorgsbron.lifecare.client.Reply;
import se.omsorgsbron.lifecare.mapper.JournalItems;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * Lifecare's journal as a recipient of notes that were written elsewhere: {@code POST /api/v2/provider_notes}. Whether a note stands
 * there cannot be asked, so one whose POST was not answered is refused as uncertain from then on, for a person to decide.
 */
public final class LifecareJournal implements Recipient {
    private static final String PATH = "/api/v2/provider_notes";
    private static final JsonMapper JSON = new JsonMapper();

    private final JournalConfiguration configuration;
    private final LifecareClient client;
    private final Lookups lookups;

    public LifecareJournal(JournalConfiguration configuration, LifecareClient client, Clock clock) {
        this.configuration = configuration;
        this.client = client;
        this.lookups = new Lookups(client, clock);
    }

    @Override
    public String name() {
        return configuration.recipient();
    }

    @Override
    public List<Item> project(SubjectRecord record, Set<String> delivered) {
        return record instanceof PersonRecord person
                ? JournalItems.of(person, delivered, configuration.zone())
                : List.of();
    }

    @Override
    public Optional<String> keyOf(String municipality, UUID person, SourceReference note) {
        return Optional.of(JournalItems.key(municipality, person, note));
    }

    @Override
    public List<Problem> check(Item item) {
        JsonNode note = read(item);
        List<Problem> problems = new ArrayList<>();
        if (headline(note).isEmpty()) {
            problems.add(new Problem(
                    Reason.UNKNOWN_CODE,
                    "headlineId",
                    note.path("kind").asText(),
                    "a headline for that kind under case-system.journal.headlines in the configuration"));
        }
        if (unit(note).isEmpty()) {
            problems.add(new Problem(
                    Reason.MISSING_FIELD,
                    "providerUnitId",
                    "no execution under SoL with a unit",
                    "one in Lifecare, or case-system.journal.unit in the configuration"));
        }
        return problems;
    }

    @Override
    public Receipt deliver(Parcel parcel) throws RecipientUnavailable {
        if (parcel.writes().size() != 1) {
            throw new IllegalArgumentException("a note for the journal goes alone");
        }
        Parcel.Write write = parcel.writes().get(0);
        Outcome outcome = write.uncertain()
                ? new Outcome.Refused(new Problem(
                        Reason.UNCERTAIN,
                        "provider_notes",
                        "no answer when it was sent",
                        "somebody who looks in the journal whether it stands there"))
                : write(read(write.item()));
        return new Receipt(Map.of(write.item().key(), outcome));
    }

    private Outcome write(JsonNode note) throws RecipientUnavailable {
        String number = note.path("person").asText();
        Optional<ObjectNode> request = request(note, number);
        if (request.isEmpty()) {
            return refused(
                    Reason.PATIENT_NOT_FOUND, "clientId", "nobody, or several, with the person's number", "one client");
        }
        Reply reply = client.post(PATH, request.get());
        if (reply instanceof Reply.Written written) {
            return stored(written.body());
        }
        if (reply instanceof Reply.Refused refused) {
            lookups.forget(number);
            return refused(
                    Reason.REFUSED_BY_RECIPIENT,
                    "provider_notes",
                    "status " + refused.status(),
                    "200; see Lifecare's log, mend and retry");
        }
        if (reply instanceof Reply.NotWritten not) {
            throw RecipientUnavailable.beforeSending(not.why());
        }
        throw new RecipientUnavailable(((Reply.Unknown) reply).why());
    }

    /** By the path that the note has if Lifecare shows it among its documentations: so an echo is known. */
    private static Outcome stored(JsonNode written) throws RecipientUnavailable {
        JsonNode id = written.path("id");
        if (!id.isIntegralNumber()) {
            throw new RecipientUnavailable("Lifecare's answer has no id of the note");
        }
        return new Outcome.Stored(
                "1", Optional.of(Resource.DOCUMENTATIONS.source(id.asText()).path()));
    }

    private static Outcome refused(Reason reason, String field, String found, String expected) {
        return new Outcome.Refused(new Problem(reason, field, found, expected));
    }

    /** The request in the contract's words; empty where the person is not found. */
    // The cause is left out on purpose: its message is the kind of failure already.
    @SuppressWarnings("UnusedException")
    private Optional<ObjectNode> request(JsonNode note, String number) throws RecipientUnavailable {
        try {
            Optional<Integer> personnel = note.has("authorHsaId")
                    ? lookups.personnel(note.path("authorHsaId").asText())
                    : Optional.empty();
            return lookups.client(number).map(clientId -> {
                ObjectNode request = JSON.createObjectNode();
                request.put("occurrenceTimeUtc", note.path("occurrenceTimeUtc").asText());
                request.put("text", note.path("text").asText());
                request.put("clientId", clientId);
                request.put("providerUnitId", unit(note).orElseThrow());
                request.put("headlineId", headline(note).orElseThrow());
                request.put("createdPersonnelId", personnel.orElse(configuration.personnelId()));
                request.put("createdPersonnelTitle", configuration.personnelTitle());
                request.put("isSigned", configuration.signed());
                return request;
            });
        } catch (SourceUnavailable unavailable) {
            throw RecipientUnavailable.beforeSending(unavailable.getMessage());
        }
    }

    private Optional<Integer> headline(JsonNode note) {
        return NoteKind.ofCode(note.path("kind").asText()).map(configuration.headlines()::get);
    }

    private Optional<Integer> unit(JsonNode note) {
        Optional<Integer> ofPerson =
                Optional.of(note.path("providerUnitId").asInt()).filter(unit -> unit > 0);
        return ofPerson.or(configuration::unit);
    }

    private static JsonNode read(Item item) {
        try {
            return JSON.readTree(item.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an item of the journal is no JSON", e);
        }
    }
}
