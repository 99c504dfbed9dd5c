package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.mapping.Hash;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.JournalText;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.caremanagement.mapper.JournalRules.Headed;
import se.omsorgsbron.caremanagement.wire.Resource;

/**
 * A person's notes as entries of CareManagement's journal, each written once. An entry that stands there is never changed: what is
 * withdrawn elsewhere gets an entry that says so, and what corrects an earlier note is an entry of its own.
 */
public final class JournalItems {
    private static final String WITHDRAWAL_HEADING = "Återkallad anteckning";

    private final PersonRecord record;
    private final Set<String> delivered;
    private final JournalRules rules;

    private JournalItems(PersonRecord record, Set<String> delivered, JournalRules rules) {
        this.record = record;
        this.delivered = delivered;
        this.rules = rules;
    }

    /**
     * The items, in the order of the notes.
     *
     * @param delivered keys of items that the journal has been given, or may have been
     */
    public static List<Item> of(PersonRecord record, Set<String> delivered, JournalRules rules) {
        return new JournalItems(record, delivered, rules).items();
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (NoteEntry entry : record.notes()) {
            boolean elsewhere = !entry.source().system().equals(Resource.SYSTEM);
            if (elsewhere && entry.withdrawn()) {
                withdrawal(entry).ifPresent(items::add);
            } else if (elsewhere && entry.note().signed().isPresent()) {
                items.add(note(entry));
                notification(entry).ifPresent(items::add);
            }
        }
        return items;
    }

    private Item note(NoteEntry entry) {
        UUID id = id(entry, "");
        Headed headed = headed(entry);
        return entry(entry, id, headed.heading(), JournalText.of(record, entry, rules.zone()));
    }

    /** Only where the note was given: one that never was leaves no trace. */
    private Optional<Item> withdrawal(NoteEntry entry) {
        if (!delivered.contains(entryKey(id(entry, "")))) {
            return Optional.empty();
        }
        String text = JournalText.withdrawal(entry, rules.zone());
        return Optional.of(entry(entry, id(entry, "/withdrawn"), WITHDRAWAL_HEADING, text));
    }

    private Item entry(NoteEntry entry, UUID id, String heading, String text) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", headed(entry).type())
                .put("heading", heading)
                .put("text", Marker.mark(text, id))
                .put(
                        "entryDateTime",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                entry.note().occurred().atZone(rules.zone())))
                .put("createdBy", rules.ownAccount());
        return item(entryKey(id), entry, new Entry(Resource.JOURNAL_ENTRIES, id, number(), body), Set.of());
    }

    /** Says that there is something to read, and nothing of it: notifications are seen by more people than the errand. */
    private Optional<Item> notification(NoteEntry entry) {
        boolean risk = entry.note().kind() == NoteKind.RISK;
        if (!rules.notifications() || !(risk || entry.note().followUpWanted())) {
            return Optional.empty();
        }
        UUID id = id(entry, "/notification");
        String text = risk
                ? "En anteckning om risk har skrivits i ärendets journal."
                : "En anteckning som ska följas upp har skrivits i ärendets journal.";
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "CREATE")
                .put("subType", "ERRAND")
                .put("description", text)
                .put("content", Marker.mark(text, id))
                .put("createdBy", rules.ownAccount());
        Entry notification = new Entry(Resource.NOTIFICATIONS, id, number(), body);
        return Optional.of(item("notification/" + id, entry, notification, Set.of(entryKey(id(entry, "")))));
    }

    private static Item item(String key, NoteEntry entry, Entry content, Set<String> needs) {
        Concept concept = Concept.of(entry.note().kind());
        // Without the person's number, so that a number that changes makes no note another.
        String hash = Hash.of(content.resource() + " " + content.id() + " " + content.body());
        return new Item(key, concept, Item.Mode.ONCE, content.content(), hash, needs);
    }

    private Headed headed(NoteEntry entry) {
        return rules.headings().getOrDefault(entry.note().kind(), new Headed("", ""));
    }

    private String number() {
        return record.person().number().value();
    }

    private UUID id(NoteEntry entry, String what) {
        String name = "caremanagement-journal/" + record.municipality() + "/"
                + entry.source().path() + what;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String entryKey(UUID id) {
        return "journal-entry/" + id;
    }
}
