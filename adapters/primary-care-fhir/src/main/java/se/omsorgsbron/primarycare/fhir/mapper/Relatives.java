package se.omsorgsbron.primarycare.fhir.mapper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.fhir.mapping.FhirIds;
import se.omsorgsbron.fhir.mapping.MappingContext;
import se.omsorgsbron.fhir.mapping.RelatedPersonMapper;

/** The private persons of a team: relatives, god man, friends. Pure. */
final class Relatives {
    private static final String TYPE = "RelatedPerson/";

    private Relatives() {}

    /**
     * Those who are in the team; and, where they were delivered before, those for whom there is no ground any more, emptied.
     */
    static Stream<Item> of(PersonRecord record, Set<String> delivered, MappingContext context) {
        boolean disclosed = record.hasTeam() && !record.person().protection().isProtected();
        Set<String> settled = new HashSet<>();
        Stream.Builder<Item> items = Stream.builder();
        for (Member member : record.team()) {
            String key = TYPE + FhirIds.relatedPerson(record.id(), member.source());
            if (!RelatedPersonMapper.concerns(member)) {
                continue;
            }
            settled.add(key);
            if (disclosed) {
                RelatedPerson related = RelatedPersonMapper.toRelatedPerson(record, member, context);
                items.add(Items.of(related, Concept.CONTACTS, Item.Mode.KEEP));
            } else if (delivered.contains(key)) {
                RelatedPerson related = RelatedPersonMapper.toRelatedPerson(record, roleOnly(member), context);
                items.add(Items.of(related.setActive(false), Concept.CONTACTS, Item.Mode.END));
            }
        }
        delivered.stream()
                .filter(key -> key.startsWith(TYPE) && !settled.contains(key))
                .sorted()
                .map(key -> Items.of(emptied(record, key), Concept.CONTACTS, Item.Mode.END))
                .forEach(items::add);
        return items.build();
    }

    /** Nobody is helped by name and telephone once there is no team to be in; and of a protected person's they never leave. */
    private static Member roleOnly(Member member) {
        return new Member(
                member.source(), new TeamMember(member.member().role(), new PersonName("", ""), "", List.of()));
    }

    /**
     * One of whom the record says nothing any more. Claims no profile: ours asks for a role, and that went with the rest.
     */
    private static RelatedPerson emptied(PersonRecord record, String key) {
        String id = key.substring(TYPE.length());
        RelatedPerson related = new RelatedPerson();
        related.setId(id);
        related.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + id);
        related.setActive(false);
        related.setPatient(new Reference("Patient/" + FhirIds.patient(record.id())).setType("Patient"));
        return related;
    }
}
