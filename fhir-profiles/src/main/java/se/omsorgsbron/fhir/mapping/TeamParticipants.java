package se.omsorgsbron.fhir.mapping;

import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;

/**
 * The others around a person as members of a CareTeam. A private person is a RelatedPerson of its own. Somebody who acts for an
 * organisation (a case officer, a dentist) is not ours to keep, so they are contained in the team.
 */
final class TeamParticipants {
    private TeamParticipants() {}

    static CareTeamParticipantComponent member(PersonRecord record, Member from) {
        CodeableConcept role =
                Codes.ROLE.toWire(from.member().role()).orElseThrow().concept();
        if (!from.member().relation().isBlank()) {
            role.setText(from.member().relation().strip());
        }
        return new CareTeamParticipantComponent().addRole(role).setMember(reference(record, from));
    }

    /** The one in a professional role, with name and telephone; empty where nothing is known, or for a private person. */
    static Optional<Practitioner> contained(PersonRecord record, Member from) {
        TeamMember member = from.member();
        if (RelatedPersonMapper.concerns(from)) {
            return Optional.empty();
        }
        Practitioner practitioner = new Practitioner();
        Parts.name(member.name()).ifPresent(practitioner::addName);
        if (!record.person().protection().isProtected()) {
            // A local number tells where a protected person lives.
            Telecoms.open(member.telecoms()).forEach(practitioner::addTelecom);
        }
        if (practitioner.isEmpty()) {
            return Optional.empty();
        }
        practitioner.setId(localId(record, from));
        return Optional.of(practitioner);
    }

    private static Reference reference(PersonRecord record, Member from) {
        if (RelatedPersonMapper.concerns(from)) {
            return Parts.reference("RelatedPerson", FhirIds.relatedPerson(record.id(), from.source()));
        }
        return contained(record, from)
                .map(practitioner -> new Reference("#" + localId(record, from)).setType("Practitioner"))
                .orElseGet(() -> Parts.nobody("unknown", Parts.NOT_KNOWN));
    }

    private static String localId(PersonRecord record, Member from) {
        return FhirIds.of(record.id(), "member/" + from.source().path());
    }
}
