package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.HsaIdKey;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.JournalText;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * From the notes of a person's record to what is to be written in Lifecare's journal: every signed note of another system, and a
 * sentence for one that was withdrawn after it had been written there. The form is what {@code provider_notes} asks for, with the
 * names by which client, headline and personnel are looked up ({@code docs/lifecare-mapping.md}).
 */
public final class JournalItems {
    private static final JsonMapper JSON = new JsonMapper();

    private JournalItems() {}

    /**
     * The items, oldest note first.
     *
     * @param delivered keys of what the journal has been given before
     * @param zone the municipality's
     */
    public static List<Item> of(PersonRecord record, Set<String> delivered, ZoneId zone) {
        List<Item> items = new ArrayList<>();
        for (NoteEntry entry : record.notes()) {
            if (entry.source().system().equals(Resource.SYSTEM)
                    || entry.note().signed().isEmpty()) {
                continue;
            }
            String key = key(record.municipality(), record.id(), entry.source());
            if (!withdrawn(entry)) {
                items.add(item(key, record, entry, JournalText.of(record, entry, zone)));
            } else if (delivered.contains(key)) {
                items.add(item(key + "/withdrawal", record, entry, JournalText.withdrawal(entry, zone)));
            }
        }
        return items;
    }

    /** The key of a note: never the source's own id, which somebody else chose. */
    public static String key(String municipality, UUID person, SourceReference note) {
        String path = municipality + "/" + person + "/" + note.path();
        return "provider_notes/" + UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean withdrawn(NoteEntry entry) {
        return entry.withdrawn() || entry.note().withdrawn();
    }

    private static Item item(String key, PersonRecord record, NoteEntry entry, String text) {
        ObjectNode content = JSON.createObjectNode();
        content.put("person", record.person().number().value());
        content.put("kind", entry.note().kind().code());
        content.put("occurrenceTimeUtc", entry.note().occurred().toString());
        unit(record).ifPresent(unit -> content.put("providerUnitId", unit));
        entry.note()
                .author()
                .filter(author -> author.system().equals(HsaIdKey.SYSTEM))
                .ifPresent(author -> content.put("authorHsaId", author.value()));
        content.put("text", text);
        return Item.once(key, Concept.of(entry.note().kind()), content.toString());
    }

    /** The unit of the latest execution under SoL. */
    private static Optional<String> unit(PersonRecord record) {
        return record.executions().stream()
                .filter(execution -> execution.law() == Law.SOL)
                .filter(execution -> execution.unit().map(JournalItems::ours).orElse(false))
                .max(Comparator.comparing(JournalItems::start))
                .flatMap(Execution::unit)
                .map(SubjectKey::value);
    }

    private static boolean ours(SubjectKey unit) {
        return unit.system().equals(LifecareKeys.PROVIDER_UNIT_ID);
    }

    private static LocalDate start(Execution execution) {
        return execution.period().start().orElse(LocalDate.MIN);
    }
}
