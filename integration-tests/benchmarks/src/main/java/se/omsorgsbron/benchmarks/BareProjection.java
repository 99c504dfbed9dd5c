package se.omsorgsbron.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.fhir.mapping.CarePlanMapper;
import se.omsorgsbron.fhir.mapping.CareTeamMapper;
import se.omsorgsbron.fhir.mapping.CommunicationMapper;
import se.omsorgsbron.fhir.mapping.FhirIds;
import se.omsorgsbron.fhir.mapping.MappingContext;
import se.omsorgsbron.fhir.mapping.OrganizationMapper;
import se.omsorgsbron.fhir.mapping.PatientMapper;
import se.omsorgsbron.fhir.mapping.PractitionerMapper;
import se.omsorgsbron.fhir.mapping.PractitionerRoleMapper;
import se.omsorgsbron.fhir.mapping.RelatedPersonMapper;
import se.omsorgsbron.fhir.mapping.ResourceContent;

/**
 * The adapter's way from a record to items ({@code PersonItems} and its like), step by step, but for the list of what may leave; and
 * but for what ends, because nothing ends here. Pure.
 */
final class BareProjection {
    private final PersonRecord record;
    private final Set<String> kept = new HashSet<>();
    private final MappingContext context;

    private BareProjection(PersonRecord record, Set<String> delivered) {
        this.record = record;
        record.notes().stream().filter(BareProjection::stands).forEach(entry -> kept.add(noteKey(entry)));
        record.plans().stream()
                .filter(entry -> entry.state() == PlanEntry.State.IN_FORCE)
                .forEach(entry -> kept.add(planKey(entry)));
        this.context = new MappingContext(Map.of(), key -> delivered.contains(key) || kept.contains(key));
    }

    static List<Item> of(SubjectRecord record, Set<String> delivered) {
        if (record instanceof PersonRecord person) {
            return new BareProjection(person, delivered).items();
        }
        return record instanceof StaffRecord staff
                ? staff(staff)
                : List.of(item(OrganizationMapper.toOrganization((UnitRecord) record), Concept.UNITS));
    }

    private static List<Item> staff(StaffRecord staff) {
        return Stream.concat(
                        Stream.<Resource>of(PractitionerMapper.toPractitioner(staff)),
                        staff.units().stream().map(unit -> PractitionerRoleMapper.toPractitionerRole(staff, unit)))
                .map(resource -> item(resource, Concept.STAFF))
                .toList();
    }

    private List<Item> items() {
        Stream<Item> documents = Stream.concat(
                record.notes().stream().flatMap(this::note),
                record.plans().stream().flatMap(this::plan));
        List<Item> items = new ArrayList<>(Stream.concat(team(), documents)
                .sorted((a, b) -> a.concept().compareTo(b.concept()))
                .toList());
        items.add(0, item(PatientMapper.toPatient(record), Concept.PERSON));
        return List.copyOf(items);
    }

    private Stream<Item> team() {
        CareTeam team = CareTeamMapper.toCareTeam(record);
        Stream<Item> relatives = record.team().stream()
                .filter(RelatedPersonMapper::concerns)
                .map(member -> item(RelatedPersonMapper.toRelatedPerson(record, member, context), Concept.CONTACTS));
        return Stream.concat(relatives, Stream.of(item(team, Concept.CONTACTS)));
    }

    private Stream<Item> plan(PlanEntry entry) {
        return kept.contains(planKey(entry))
                ? Stream.of(item(CarePlanMapper.toCarePlan(record, entry, context), Concept.PLANS))
                : Stream.empty();
    }

    private Stream<Item> note(NoteEntry entry) {
        Concept concept = entry.note().kind() == NoteKind.RISK ? Concept.RISK : Concept.NOTES;
        return kept.contains(noteKey(entry))
                ? Stream.of(item(CommunicationMapper.toCommunication(record, entry, context), concept))
                : Stream.empty();
    }

    private static boolean stands(NoteEntry entry) {
        return entry.note().signed().isPresent() && !entry.withdrawn();
    }

    private String noteKey(NoteEntry entry) {
        return "Communication/" + FhirIds.communication(record.id(), entry.source());
    }

    private String planKey(PlanEntry entry) {
        return "CarePlan/" + FhirIds.carePlan(record.id(), entry.source());
    }

    private static Item item(Resource resource, Concept concept) {
        String content = ResourceContent.canonical(resource);
        return new Item(
                resource.fhirType() + "/" + resource.getIdElement().getIdPart(),
                concept,
                concept == Concept.PERSON ? Item.Mode.ENSURE : Item.Mode.KEEP,
                content,
                ResourceContent.hash(content),
                ResourceContent.references(resource));
    }
}
