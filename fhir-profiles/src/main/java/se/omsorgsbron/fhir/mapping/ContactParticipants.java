package se.omsorgsbron.fhir.mapping;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Vacancy;
import se.omsorgsbron.api.record.PersonRecord.Vacancy.Why;
import se.omsorgsbron.fhir.Canonicals;

/** Permanent contacts, and ranks that nobody holds, as members of a CareTeam. */
final class ContactParticipants {
    private ContactParticipants() {}

    static CareTeamParticipantComponent contact(PersonRecord record, Contact contact) {
        CareTeamParticipantComponent participant = ranked(contact.rank());
        participant.setMember(member(record, contact));
        Period period = Parts.period(contact.period());
        if (!period.hasStart()) {
            period.setStartElement(Parts.absent(new DateTimeType(), "unknown"));
        }
        if (!record.served() && !period.hasEnd()) {
            period.setEndElement(Parts.absent(new DateTimeType(), "unknown"));
        }
        return participant.setPeriod(period);
    }

    static CareTeamParticipantComponent vacancy(PersonRecord record, Vacancy vacancy) {
        CareTeamParticipantComponent participant = ranked(Optional.of(vacancy.rank()));
        participant.setMember(Parts.nobody(
                Codes.VACANCY.toWire(vacancy.why()).orElseThrow(),
                switch (vacancy.why()) {
                    case NOT_APPOINTED -> "Ingen utsedd";
                    case EXEMPTED -> "Behövs inte";
                    case DECLINED -> "Har tackat nej";
                }));
        if (vacancy.why() == Why.EXEMPTED) {
            exemption(record).ifPresent(participant::addExtension);
        }
        return participant;
    }

    private static Reference member(PersonRecord record, Contact contact) {
        // The unit tells where a person lives, so a protected person's contact is named without it.
        Optional<UUID> unit = record.person().protection().isProtected() ? Optional.empty() : contact.unit();
        return unit.map(at -> Parts.reference("PractitionerRole", FhirIds.practitionerRole(contact.staff(), at)))
                .orElseGet(() -> Parts.reference("Practitioner", FhirIds.practitioner(contact.staff())));
    }

    private static CareTeamParticipantComponent ranked(Optional<Rank> rank) {
        CareTeamParticipantComponent participant = new CareTeamParticipantComponent();
        CodeableConcept role = Codes.PERMANENT_CARE_CONTACT.concept();
        rank.flatMap(Codes.RANK::toWire).ifPresent(code -> role.addCoding(code.coding()));
        role.setText(rank.map(r -> "Fast omsorgskontakt, person " + r.number()).orElse("Fast omsorgskontakt"));
        rank.ifPresent(
                r -> participant.addExtension(new Extension(Canonicals.CONTACT_RANK, new PositiveIntType(r.number()))));
        return participant.addRole(role);
    }

    /** The code only: the words of the reason stay in the source. */
    private static Optional<Extension> exemption(PersonRecord record) {
        return record.steps().stream()
                .filter(step -> step.step() == Step.EXEMPTED)
                .max(Comparator.comparing(ContactStep::date))
                .flatMap(ContactStep::exemption)
                .flatMap(Codes.EXEMPTION::toWire)
                .map(code -> new Extension(Canonicals.CONTACT_EXEMPTION, code.concept()));
    }
}
