package se.omsorgsbron.caremanagement.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Parcel.Write;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.caremanagement.client.Answer;
import se.omsorgsbron.caremanagement.client.CareManagementClient;
import se.omsorgsbron.caremanagement.client.NoAnswer;
import se.omsorgsbron.caremanagement.client.PartyClient;
import se.omsorgsbron.caremanagement.journal.Errands.Errand;
import se.omsorgsbron.caremanagement.mapper.Entry;
import se.omsorgsbron.caremanagement.mapper.Marker;
import se.omsorgsbron.caremanagement.wire.Resource;

/** One parcel on its way into the journal: looked for where it may stand already, then written once. */
final class Delivery {
    private static final String LOOK = "look for entry";
    private static final String WRITE = "write entry";

    private final CareManagementClient client;
    private final PartyClient parties;
    private final Errands errands;
    private final Optional<Opening> opening;
    private final Parcel parcel;
    private boolean written;

    Delivery(
            CareManagementClient client,
            PartyClient parties,
            Errands errands,
            Optional<Opening> opening,
            Parcel parcel) {
        this.client = client;
        this.parties = parties;
        this.errands = errands;
        this.opening = opening;
        this.parcel = parcel;
    }

    Receipt run() throws RecipientUnavailable {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Write write : parcel.writes()) {
            outcomes.put(write.item().key(), deliver(write));
        }
        return new Receipt(outcomes);
    }

    private Outcome deliver(Write write) throws RecipientUnavailable {
        if (write.expectedVersion().isPresent()) {
            // It stands there: what is written once is not written again, whatever it reads now.
            return new Outcome.Stored(write.expectedVersion().get(), Optional.empty());
        }
        Entry entry = Entry.of(write.item());
        try {
            Optional<String> party = parties.partyId(entry.person());
            if (party.isEmpty()) {
                return write.uncertain()
                        ? Problems.cannotLook("a number that the party look-up does not know")
                        : Problems.noParty();
            }
            List<Errand> all = errands.of(party.get());
            if (write.uncertain()) {
                Optional<Outcome> looked = look(entry, all);
                if (looked.isPresent()) {
                    return looked.get();
                }
            }
            return write(entry, all, party.get());
        } catch (NoAnswer before) {
            throw written
                    ? new RecipientUnavailable(before.getMessage())
                    : RecipientUnavailable.beforeSending(before.getMessage());
        }
    }

    /** What an earlier attempt without an answer came to; empty where it left nothing. Looks in closed errands too. */
    private Optional<Outcome> look(Entry entry, List<Errand> all) throws NoAnswer {
        for (Errand errand : all) {
            for (JsonNode record : errands.list(errand, entry.resource(), LOOK)) {
                if (isOwn(record, entry)) {
                    return Optional.of(stored(entry, record.path("id").asText()));
                }
            }
        }
        return all.isEmpty() ? Optional.of(Problems.cannotLook("no errand of the person")) : Optional.empty();
    }

    /** By its marker and the bridge's name: the same words, or the marker, under another's name are another entry. */
    private boolean isOwn(JsonNode record, Entry entry) {
        String author = record.path("createdBy").asText("");
        return Marker.in(record.path(entry.markedField()).asText()).equals(Optional.of(entry.id()))
                && (author.isEmpty() || author.equals(errands.context().ownAccount()));
    }

    private Outcome write(Entry entry, List<Errand> all, String party) throws NoAnswer, RecipientUnavailable {
        Optional<Errand> errand = errands.current(all);
        if (errand.isEmpty()) {
            if (opening.isEmpty()) {
                return Problems.noErrand();
            }
            Errands.Opened opened = errands.open(opening.get(), party, parcel.subject());
            if (opened instanceof Errands.Opened.Refused refused) {
                return Problems.refused(refused.answer());
            }
            errand = Optional.of(((Errands.Opened.Done) opened).errand());
        }
        return entry.resource() == Resource.NOTIFICATIONS ? notify(entry, errand.get()) : post(entry, errand.get());
    }

    private Outcome notify(Entry entry, Errand errand) throws NoAnswer, RecipientUnavailable {
        Optional<String> officer = errand.officer();
        if (officer.isEmpty()) {
            return Problems.noOfficer();
        }
        ObjectNode body = entry.body().deepCopy();
        body.put("ownerId", officer.get());
        return post(new Entry(entry.resource(), entry.id(), entry.person(), body), errand);
    }

    private Outcome post(Entry entry, Errand errand) throws NoAnswer, RecipientUnavailable {
        String path = CareManagementClient.errand(errand.id(), entry.resource().code());
        Answer answer = answer(path, entry.body());
        if (answer instanceof Answer.Created created) {
            written = true;
            return stored(entry, created.id());
        }
        if (answer instanceof Answer.Refused refused) {
            return Problems.refused(refused);
        }
        if (answer instanceof Answer.None) {
            throw new NoAnswer(WRITE + ": the errand was removed meanwhile", false);
        }
        throw new RecipientUnavailable(WRITE + ": CareManagement did not say that it was stored");
    }

    private Answer answer(String path, JsonNode body) throws NoAnswer, RecipientUnavailable {
        try {
            return client.post(WRITE, path, body);
        } catch (NoAnswer lost) {
            if (lost.mayHaveArrived()) {
                throw new RecipientUnavailable(lost.getMessage());
            }
            throw lost;
        }
    }

    /** The location is where a reading would find it, by which the ledger knows an echo. */
    private static Outcome stored(Entry entry, String id) {
        return new Outcome.Stored(id, Optional.of(entry.resource().source(id).path()));
    }
}
