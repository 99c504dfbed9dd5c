package se.omsorgsbron.caremanagement.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.caremanagement.client.CareManagementClient;
import se.omsorgsbron.caremanagement.client.PartyClient;
import se.omsorgsbron.caremanagement.mapper.ItemCheck;
import se.omsorgsbron.caremanagement.mapper.JournalItems;
import se.omsorgsbron.caremanagement.mapper.JournalRules;
import se.omsorgsbron.caremanagement.mapper.MappingContext;

/**
 * Journalen i CareManagement: notes of other systems as entries in the journal of the person's errand, each written once. Stored means
 * that CareManagement gave the entry an id, which is its version; its location is the place where a reading finds it ({@code
 * caremanagement/journal-entries/<id>}): an entry that stands there is an echo, whatever it says. Staff and units have nothing there. Thread-safe.
 */
public final class CareManagementJournal implements Recipient {
    private final String name;
    private final CareManagementClient client;
    private final PartyClient parties;
    private final Errands errands;
    private final Optional<Opening> opening;
    private final JournalRules rules;

    /**
     * @param name name in the configuration, such as {@code journal}
     * @param client of the municipality
     * @param parties its party look-up
     * @param pageSize errands asked for at a time
     * @param context what the municipality has settled about errands
     * @param opening how an errand is opened where there is none; empty where none is opened
     * @param rules how notes are written
     */
    public CareManagementJournal(
            String name,
            CareManagementClient client,
            PartyClient parties,
            int pageSize,
            MappingContext context,
            Optional<Opening> opening,
            JournalRules rules) {
        this.name = name;
        this.client = client;
        this.parties = parties;
        this.errands = new Errands(client, pageSize, context);
        this.opening = opening;
        this.rules = rules;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Item> project(SubjectRecord record, Set<String> delivered) {
        return record instanceof PersonRecord person ? JournalItems.of(person, delivered, rules) : List.of();
    }

    @Override
    public List<Problem> check(Item item) {
        return ItemCheck.problems(item);
    }

    /**
     * Writes what has not been written.
     *
     * @throws RecipientUnavailable if there was no answer: {@linkplain RecipientUnavailable#sent() sent} only where the entry itself was
     *     posted, since looking and opening an errand can be done again
     */
    @Override
    public Receipt deliver(Parcel parcel) throws RecipientUnavailable {
        return new Delivery(client, parties, errands, opening, parcel).run();
    }
}
