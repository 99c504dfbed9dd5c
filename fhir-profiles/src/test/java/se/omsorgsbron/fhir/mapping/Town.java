package se.omsorgsbron.fhir.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.Vacancy;

/** Records for the mappers' tests. The numbers are the published test numbers. */
final class Town {
    static final UUID ALBERTINA = UUID.fromString("5f3c1c1a-3a5e-3c55-9a1d-0d8a4b1c0001");
    static final UUID EVA = UUID.fromString("5f3c1c1a-3a5e-3c55-9a1d-0d8a4b1c0002");
    static final UUID ASA = UUID.fromString("5f3c1c1a-3a5e-3c55-9a1d-0d8a4b1c0003");
    static final UUID TUMBA = UUID.fromString("5f3c1c1a-3a5e-3c55-9a1d-0d8a4b1c0004");
    static final LocalDate JANUARY = LocalDate.of(2026, 1, 12);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private Town() {}

    static SourceReference lifecare(String resource, String id) {
        return new SourceReference("lifecare", resource, id);
    }

    static Optional<FreeText> text(String value) {
        return Optional.of(new FreeText(value));
    }

    static Person albertina(ProtectedIdentity protection) {
        return new Person(
                IdentityNumbers.parse("189002029800").orElseThrow(),
                new PersonName("Albertina  Åsa", "VGR Hammar"),
                protection,
                List.of(address("Haga Östergata 1", false), address("Hemliga gatan 2", true)),
                List.of(
                        phone("08-465 004 10", ContactPoint.Use.HOME, false),
                        phone("08-465 004 12", ContactPoint.Use.MOBILE, true)),
                true,
                Optional.empty());
    }

    static PostalAddress address(String street, boolean guarded) {
        return new PostalAddress(
                Optional.of("c/o Öberg"),
                Optional.of(street),
                Optional.of("41301"),
                Optional.of("Göteborg"),
                Optional.empty(),
                guarded);
    }

    static ContactPoint phone(String number, ContactPoint.Use use, boolean guarded) {
        return new ContactPoint(ContactPoint.Medium.PHONE, use, number, guarded);
    }

    /** Two contacts and a former one, a daughter, a case officer, a plan and a note. */
    static PersonRecord full(ProtectedIdentity protection) {
        return new PersonRecord(
                ALBERTINA,
                "0127",
                albertina(protection),
                true,
                Optional.of(TUMBA),
                List.of(
                        contact(1, ASA, Rank.SECOND, Period.from(JANUARY).endedOn(MARCH)),
                        contact(2, EVA, Rank.FIRST, Period.from(JANUARY)),
                        contact(3, ASA, Rank.SECOND, Period.from(MARCH))),
                List.of(),
                List.of(),
                List.of(daughter(), officer()),
                List.of(plan(PlanEntry.State.IN_FORCE)),
                List.of(note()),
                List.of(new Execution(Law.SOL, "Hemtjänst", Period.from(LocalDate.of(2025, 12, 1)), Optional.empty())));
    }

    /** Nothing but a number. */
    static PersonRecord empty() {
        Person nobody = new Person(
                IdentityNumbers.parse("20210325K069").orElseThrow(),
                new PersonName("", " "),
                ProtectedIdentity.NONE,
                List.of(),
                List.of(),
                false,
                Optional.empty());
        return new PersonRecord(
                ALBERTINA,
                "0182",
                nobody,
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static PersonRecord with(
            PersonRecord from,
            boolean served,
            List<Contact> contacts,
            List<Vacancy> vacancies,
            List<ContactStep> steps) {
        return new PersonRecord(
                from.id(),
                from.municipality(),
                from.person(),
                served,
                from.unit(),
                contacts,
                vacancies,
                steps,
                from.team(),
                from.plans(),
                from.notes(),
                from.executions());
    }

    static Contact contact(int id, UUID staff, Rank rank, Period period) {
        return new Contact(
                lifecare("provider_contact_personnels", Integer.toString(id)),
                staff,
                Optional.of(TUMBA),
                Optional.of(rank),
                period);
    }

    static Member daughter() {
        return new Member(
                lifecare("relatives", "4711"),
                new TeamMember(
                        TeamRole.RELATIVE,
                        new PersonName("Siv", "Hammar"),
                        "Dotter",
                        List.of(phone("031-390 06 02", ContactPoint.Use.MOBILE, false))));
    }

    static Member officer() {
        return new Member(
                lifecare("contacts", "4712"),
                new TeamMember(
                        TeamRole.CASE_OFFICER,
                        new PersonName("Bo", "Ek"),
                        "Handläggare",
                        List.of(phone("08-465 004 11", ContactPoint.Use.WORK, false))));
    }

    static PlanEntry plan(PlanEntry.State state) {
        Plan plan = new Plan(
                PlanType.IMPLEMENTATION_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PersonName("Eva Karin", "Öberg")),
                JANUARY,
                Optional.of(LocalDate.of(2026, 12, 31)),
                new Plan.Participation(false, text("Ville inte.")),
                new Plan.FollowUp(LocalDate.of(2026, 7, 12), text("Hemma hos Albertina")),
                List.of(new FreeText("Klarar sin dusch själv."), new FreeText("Kommer ut varje dag.")),
                List.of(
                        new PlanActivity("Dusch", text("Stöd"), text("på morgonen"), text("Eva"), Period.from(JANUARY)),
                        new PlanActivity(
                                "Städning", Optional.empty(), Optional.empty(), Optional.empty(), Period.OPEN)),
                text("Blir andfådd."),
                List.of(new FreeText("Nyckel hos grannen.")));
        return new PlanEntry(
                lifecare("service_plans", "1207"),
                plan,
                Optional.of(EVA),
                Optional.of(TUMBA),
                state,
                Optional.of(lifecare("service_plans", "1100")));
    }

    static NoteEntry note() {
        JournalNote note = new JournalNote(
                NoteKind.DEVIATION,
                Instant.parse("2026-02-03T06:30:00Z"),
                Instant.parse("2026-02-03T08:00:00Z"),
                Optional.of(Instant.parse("2026-02-03T09:12:33.125Z")),
                Optional.empty(),
                new PersonName("Eva", "Öberg"),
                "",
                new FreeText("Föll i hallen.\nInga skador.\n"),
                false,
                Optional.of(lifecare("documentations", "D-76")),
                false,
                Law.SOL);
        return new NoteEntry(lifecare("documentations", "D-77"), note, Optional.of(EVA), false);
    }
}
