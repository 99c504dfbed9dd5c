package se.omsorgsbron.fhir.mapping;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.RelatedPerson;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the RelatedPerson of a private person in the team: a relative, a god man, a friend. */
public final class RelatedPersonMapper {
    private RelatedPersonMapper() {}

    /** Whether a member of the team is one; the others act for an organisation and stand in the CareTeam itself. */
    public static boolean concerns(Member member) {
        return !member.member().role().professional();
    }

    /** The RelatedPerson; of a protected person's relative nothing is left but that there was one, for what was delivered before. */
    public static RelatedPerson toRelatedPerson(PersonRecord record, Member from, MappingContext context) {
        TeamMember member = from.member();
        RelatedPerson related = new RelatedPerson();
        related.setId(FhirIds.relatedPerson(record.id(), from.source()));
        related.setMeta(Parts.meta(Canonicals.RELATED_PERSON, record.person().protection()));
        related.addIdentifier(context.identifier(record.municipality(), from.source()));
        related.setPatient(Parts.reference("Patient", FhirIds.patient(record.id())));
        CodeableConcept relationship =
                Codes.ROLE.toWire(member.role()).orElseThrow().concept();
        related.addRelationship(relationship);
        if (record.person().protection().isProtected()) {
            // A relative's name or telephone leads to the person.
            return related.setActive(false);
        }
        related.setActive(record.served());
        if (!member.relation().isBlank()) {
            relationship.setText(member.relation().strip());
        }
        Parts.name(member.name()).ifPresent(related::addName);
        Telecoms.open(member.telecoms()).forEach(related::addTelecom);
        return related;
    }
}
