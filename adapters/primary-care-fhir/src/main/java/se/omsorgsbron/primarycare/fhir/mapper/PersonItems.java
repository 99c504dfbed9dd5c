package se.omsorgsbron.primarycare.fhir.mapper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.fhir.mapping.CarePlanMapper;
import se.omsorgsbron.fhir.mapping.CareTeamMapper;
import se.omsorgsbron.fhir.mapping.CommunicationMapper;
import se.omsorgsbron.fhir.mapping.FhirIds;
import se.omsorgsbron.fhir.mapping.MappingContext;
import se.omsorgsbron.fhir.mapping.PatientMapper;

/** What primary care should hold of one person. Pure; used once. */
public final class PersonItems {
    private final PersonRecord record;
    private final Set<String> delivered;
    private final Set<String> kept;
    private final MappingContext context;

    private PersonItems(PersonRecord record, Set<String> delivered, Map<String, String> identifierSystems) {
        this.record = record;
        this.delivered = delivered;
        this.kept = kept(record, delivered);
        this.context = new MappingContext(identifierSystems, key -> delivered.contains(key) || kept.contains(key));
    }

    /**
     * The items, in the order of {@link Concept}; none for a person of whom primary care has nothing and should have nothing.
     *
     * @param delivered keys of the items that primary care was given before
     * @param identifierSystems URIs of the sources' identifiers, by {@code <municipality>/<system>}
     */
    public static List<Item> of(PersonRecord record, Set<String> delivered, Map<String, String> identifierSystems) {
        return new PersonItems(record, delivered, identifierSystems).items();
    }

    private List<Item> items() {
        Stream<Item> documents = Stream.concat(
                record.notes().stream().flatMap(this::note),
                record.plans().stream().flatMap(this::plan));
        List<Item> items = new ArrayList<>(Stream.concat(team(), documents)
                .sorted((a, b) -> a.concept().compareTo(b.concept()))
                .toList());
        Patient patient = PatientMapper.toPatient(record);
        // Privacy: a name that was told before the person became protected is told no longer.
        boolean hidden = record.person().protection().isProtected() && delivered.contains(Items.key(patient));
        if (hidden || !items.isEmpty()) {
            items.add(0, Items.of(patient, Concept.PERSON, hidden ? Item.Mode.REPLACE : Item.Mode.ENSURE));
        }
        return List.copyOf(items);
    }

    private Stream<Item> team() {
        CareTeam team = CareTeamMapper.toCareTeam(record);
        boolean known = delivered.contains(Items.key(team));
        // Relatives can arrive before the team, which waits for its staff: they end even where it never came.
        return Stream.concat(
                Relatives.of(record, delivered, context),
                Stream.of(item(team, Concept.CONTACTS, record.hasTeam())).filter(item -> known || record.hasTeam()));
    }

    private Stream<Item> plan(PlanEntry entry) {
        String key = planKey(record, entry);
        boolean keep = kept.contains(key);
        return keep || delivered.contains(key)
                ? Stream.of(item(CarePlanMapper.toCarePlan(record, entry, context), Concept.PLANS, keep))
                : Stream.empty();
    }

    private Stream<Item> note(NoteEntry entry) {
        String key = noteKey(record, entry);
        boolean keep = kept.contains(key);
        boolean emptied = isWithdrawn(entry) || record.person().protection().isProtected();
        Concept concept = Concept.of(entry.note().kind());
        return keep || (emptied && delivered.contains(key))
                ? Stream.of(item(CommunicationMapper.toCommunication(record, entry, context), concept, keep))
                : Stream.empty();
    }

    private static Item item(Resource resource, Concept concept, boolean keep) {
        return Items.of(resource, concept, keep ? Item.Mode.KEEP : Item.Mode.END);
    }

    /** Keys of the documents that stand: what is referred to is there, or comes with what refers to it. */
    private static Set<String> kept(PersonRecord record, Set<String> delivered) {
        Set<String> keys = new HashSet<>();
        if (record.person().protection().isProtected()) {
            // Free text may name the person or the place.
            return keys;
        }
        record.notes().stream().filter(PersonItems::stands).forEach(entry -> keys.add(noteKey(record, entry)));
        record.plans().stream()
                .filter(entry -> entry.state() == State.IN_FORCE)
                .forEach(entry -> keys.add(planKey(record, entry)));
        if (!record.served()) {
            // What primary care has stays; nothing new is told of a person who has left.
            keys.retainAll(delivered);
        }
        return keys;
    }

    /** An unsigned note is a draft: it never leaves. */
    private static boolean stands(NoteEntry entry) {
        return entry.note().signed().isPresent() && !isWithdrawn(entry);
    }

    private static boolean isWithdrawn(NoteEntry entry) {
        return entry.withdrawn() || entry.note().withdrawn();
    }

    private static String noteKey(PersonRecord record, NoteEntry entry) {
        return "Communication/" + FhirIds.communication(record.id(), entry.source());
    }

    private static String planKey(PersonRecord record, PlanEntry entry) {
        return "CarePlan/" + FhirIds.carePlan(record.id(), entry.source());
    }
}
