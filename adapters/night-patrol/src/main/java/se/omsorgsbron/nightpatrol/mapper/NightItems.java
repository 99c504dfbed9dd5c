package se.omsorgsbron.nightpatrol.mapper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Hash;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.StaffRecord;

/**
 * What a night patrol is told of a person, entry by entry: the person, the contacts, each plan in force, each note. What was told
 * before and is no more ends. Staff are entries of their own, so one telephone number that changes is one change.
 */
public final class NightItems {
    private NightItems() {}

    /**
     * The entries of a person.
     *
     * @param patrol the patrol's name: what it wrote itself does not go back to it
     * @param delivered keys of what the patrol has been told of before
     */
    public static List<Item> of(PersonRecord record, String patrol, Set<String> delivered) {
        String person = "person/" + record.id();
        List<Item> items = new ArrayList<>();
        if (record.hasTeam()) {
            Set<String> staff = record.contacts().stream()
                    .filter(Contact::active)
                    .map(contact -> "staff/" + contact.staff())
                    .collect(Collectors.toSet());
            items.add(keep(
                    "contacts/" + record.id(), Concept.CONTACTS, NightForms.contacts(record), with(person, staff)));
        }
        record.plans().stream()
                .filter(entry -> entry.state() == PlanEntry.State.IN_FORCE)
                .map(entry -> keep(
                        "plan/" + id(record.id(), entry.source()),
                        Concept.PLANS,
                        NightForms.plan(record, entry),
                        Set.of(person)))
                .forEach(items::add);
        record.notes().stream()
                .filter(entry -> stands(entry) && !entry.source().system().equals(patrol))
                .map(entry -> note(record, entry, person))
                .forEach(items::add);
        if (!items.isEmpty()) {
            items.add(0, keep(person, Concept.PERSON, NightForms.person(record), Set.of()));
        }
        return withEnds(items, delivered);
    }

    /** The entry of a member of staff. */
    public static Item of(StaffRecord record) {
        return keep("staff/" + record.id(), Concept.STAFF, NightForms.staff(record), Set.of());
    }

    /** The key under which a note is told. */
    public static String noteKey(UUID person, SourceReference note) {
        return "note/" + id(person, note);
    }

    private static Item note(PersonRecord record, NoteEntry entry, String person) {
        return keep(
                noteKey(record.id(), entry.source()),
                Concept.of(entry.note().kind()),
                NightForms.note(record, entry),
                Set.of(person));
    }

    private static boolean stands(NoteEntry entry) {
        return !entry.withdrawn()
                && !entry.note().withdrawn()
                && entry.note().signed().isPresent();
    }

    private static Item keep(String key, Concept concept, ObjectNode content, Set<String> needs) {
        String text = content.toString();
        return new Item(key, concept, Item.Mode.KEEP, text, Hash.of(text), needs);
    }

    private static List<Item> withEnds(List<Item> items, Set<String> delivered) {
        Set<String> told = items.stream().map(Item::key).collect(Collectors.toSet());
        Stream<Item> ends = new TreeSet<>(delivered)
                .stream()
                        .filter(key -> !told.contains(key))
                        .map(key -> new Item(key, concept(key), Item.Mode.END, "", Hash.of(""), Set.of()));
        return Stream.concat(items.stream(), ends).toList();
    }

    private static Concept concept(String key) {
        return switch (key.substring(0, key.indexOf('/'))) {
            case "contacts" -> Concept.CONTACTS;
            case "plan" -> Concept.PLANS;
            case "note" -> Concept.NOTES;
            default -> Concept.PERSON;
        };
    }

    private static Set<String> with(String person, Set<String> staff) {
        Set<String> needs = new TreeSet<>(staff);
        needs.add(person);
        return needs;
    }

    /** Never the source's own id, which somebody else chose. */
    private static UUID id(UUID person, SourceReference source) {
        return UUID.nameUUIDFromBytes((person + "/" + source.path()).getBytes(StandardCharsets.UTF_8));
    }
}
