package se.omsorgsbron.nightpatrol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.nightpatrol.mapper.NightItems;

/**
 * A night patrol as a recipient: whom to call, what is done at night, what to look out for. It comes and reads the changes itself
 * ({@code GET /changes} of {@code docs/night-patrol-api.yaml}), so what is put in its outbox counts as accepted.
 */
public final class NightPatrolRecipient implements Recipient {
    private final String name;
    private final Outbox outbox;

    /** @param name in the configuration; notes that the patrol wrote itself under that name do not go back to it */
    public NightPatrolRecipient(String name, Outbox outbox) {
        this.name = name;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Item> project(SubjectRecord record, Set<String> delivered) {
        if (record instanceof PersonRecord person) {
            return NightItems.of(person, name, delivered);
        }
        return record instanceof StaffRecord staff ? List.of(NightItems.of(staff)) : List.of();
    }

    @Override
    public Optional<String> keyOf(String municipality, UUID person, SourceReference note) {
        return note.system().equals(name) ? Optional.empty() : Optional.of(NightItems.noteKey(person, note));
    }

    @Override
    public List<Problem> check(Item item) {
        return List.of();
    }

    @Override
    public Receipt deliver(Parcel parcel) {
        List<Outbox.Entry> entries = parcel.writes().stream()
                .map(write -> new Outbox.Entry(
                        write.item().key(),
                        Optional.of(write.item())
                                .filter(item -> item.mode() != Item.Mode.END)
                                .map(Item::content)))
                .toList();
        List<String> versions = outbox.put(parcel.subject(), entries);
        Map<String, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            outcomes.put(entries.get(i).key(), new Outcome.Stored(versions.get(i), Optional.empty()));
        }
        return new Receipt(outcomes);
    }
}
