package se.omsorgsbron.fhir.mapping;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the CareTeam of a person: permanent contacts, vacancies, and everybody else around the person. */
public final class CareTeamMapper {
    private CareTeamMapper() {}

    public static CareTeam toCareTeam(PersonRecord record) {
        CareTeam team = new CareTeam();
        String id = FhirIds.careTeam(record.id());
        team.setId(id);
        team.setMeta(
                Parts.meta(Canonicals.PERMANENT_CONTACT_TEAM, record.person().protection()));
        team.addIdentifier(Parts.own(id));
        team.setStatus(record.hasTeam() ? CareTeamStatus.ACTIVE : CareTeamStatus.INACTIVE);
        team.addCategory(Codes.PERMANENT_CONTACT_TEAM.concept());
        team.setName("Fast omsorgskontakt och team");
        team.setSubject(Parts.reference("Patient", FhirIds.patient(record.id())));
        team.setPeriod(period(record));
        record.unit()
                // The unit tells where a person lives.
                .filter(unit -> !record.person().protection().isProtected())
                .map(unit -> Parts.reference("Organization", FhirIds.organization(unit)))
                .ifPresent(team::addManagingOrganization);
        record.contacts().stream()
                .map(contact -> ContactParticipants.contact(record, contact))
                .forEach(team::addParticipant);
        record.vacancies().stream()
                .map(vacancy -> ContactParticipants.vacancy(record, vacancy))
                .forEach(team::addParticipant);
        if (record.hasTeam()) {
            // A team that is over names nobody but those who were contacts: there is no ground for the others any more.
            record.team().stream()
                    .filter(member -> disclosed(record.person(), member))
                    .forEach(member -> add(team, record, member));
        }
        return team;
    }

    /** No private person of a protected person's leaves: a relative's name or telephone leads to the person. */
    private static boolean disclosed(Person person, Member member) {
        return member.member().role().professional() || !person.protection().isProtected();
    }

    private static void add(CareTeam team, PersonRecord record, Member member) {
        TeamParticipants.contained(record, member).ifPresent(team::addContained);
        CareTeamParticipantComponent participant = TeamParticipants.member(record, member);
        team.addParticipant(participant);
    }

    /** From the first contact, else from the first day that services were given; to the last day once it is over. */
    private static Period period(PersonRecord record) {
        Period period = new Period();
        Optional<LocalDate> start = firstOf(record.contacts().stream().map(Contact::period))
                .or(() -> firstOf(record.executions().stream().map(execution -> execution.period())));
        period.setStartElement(start.map(Parts::date).orElseGet(() -> Parts.absent(new DateTimeType(), "unknown")));
        if (!record.hasTeam()) {
            Optional<LocalDate> end = record.contacts().stream()
                    .flatMap(contact -> contact.period().end().stream())
                    .max(Comparator.naturalOrder())
                    .or(() -> record.person().deregistered().flatMap(Person.Deregistration::date))
                    // An end before the start would not be believed, and is not told.
                    .filter(day -> start.map(first -> !day.isBefore(first)).orElse(true));
            period.setEndElement(end.map(Parts::date).orElseGet(() -> Parts.absent(new DateTimeType(), "unknown")));
        }
        return period;
    }

    private static Optional<LocalDate> firstOf(Stream<se.omsorgsbron.api.domain.Period> periods) {
        return periods.flatMap(period -> period.start().stream()).min(Comparator.naturalOrder());
    }
}
