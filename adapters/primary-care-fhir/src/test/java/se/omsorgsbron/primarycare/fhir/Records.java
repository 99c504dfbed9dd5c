package se.omsorgsbron.primarycare.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.domain.ContactPoint;
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
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.Vacancy;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.UnitRecord;

/** Records of people who do not exist: born 1890, telephone numbers that are kept for fiction. */
public final class Records {
    public static final UUID PERSON = UUID.fromString("3f0d3a52-55a5-5c5f-9d0e-0f4a2f1c7b01");
    public static final UUID STAFF = UUID.fromString("4a1e4b63-66b6-5d60-8e1f-1a5b3a2d8c02");
    public static final UUID UNIT = UUID.fromString("5b2f5c74-77c7-5e71-9f20-2b6c4b3e9d03");
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant TIME = Instant.parse("2026-03-02T09:30:00Z");

    public boolean served = true;
    public ProtectedIdentity protection = ProtectedIdentity.NONE;
    public List<Contact> contacts = List.of(new Contact(
            source("provider_contact_personnels", "1"),
            STAFF,
            Optional.of(UNIT),
            Optional.of(Rank.FIRST),
            Period.from(DAY)));
    public List<Vacancy> vacancies = List.of(new Vacancy(Rank.SECOND, Vacancy.Why.NOT_APPOINTED));
    public List<Member> team = List.of();
    public List<PlanEntry> plans = List.of();
    public List<NoteEntry> notes = List.of();

    public PersonRecord person() {
        Person person = new Person(
                IdentityNumbers.parse("189001019802").orElseThrow(),
                new PersonName("Fiktiva", "Påhittsson"),
                protection,
                List.of(),
                List.of(phone("08-465 004 10")),
                served,
                Optional.empty());
        return new PersonRecord(
                PERSON,
                "0127",
                person,
                served,
                Optional.of(UNIT),
                contacts,
                vacancies,
                List.of(),
                team,
                plans,
                notes,
                List.of());
    }

    public static Member relative(String id) {
        return new Member(
                source("relatives", id),
                new TeamMember(
                        TeamRole.RELATIVE,
                        new PersonName("Dotter", "Påhittsson"),
                        "Dotter",
                        List.of(phone("070-174 06 05"))));
    }

    public static PlanEntry plan(String id, PlanEntry.State state, String replaces) {
        Plan plan = new Plan(
                PlanType.IMPLEMENTATION_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DAY,
                Optional.empty(),
                new Plan.Participation(true, Optional.empty()),
                new Plan.FollowUp(DAY.plusMonths(6), Optional.empty()),
                List.of(new FreeText("Känna sig trygg")),
                List.of(new PlanActivity(
                        "Dusch",
                        Optional.of(new FreeText("Med stöd")),
                        Optional.of(new FreeText("På morgonen")),
                        Optional.empty(),
                        Period.OPEN)),
                Optional.empty(),
                List.of());
        return new PlanEntry(
                source("service_plans", id),
                plan,
                Optional.of(STAFF),
                Optional.of(UNIT),
                state,
                Optional.of(replaces).filter(r -> !r.isEmpty()).map(r -> source("service_plans", r)));
    }

    public static NoteEntry note(String id, NoteKind kind, boolean signed, boolean withdrawn) {
        return correction(id, kind, signed, withdrawn, "");
    }

    public static NoteEntry correction(String id, NoteKind kind, boolean signed, boolean withdrawn, String corrects) {
        JournalNote note = new JournalNote(
                kind,
                TIME,
                TIME,
                signed ? Optional.of(TIME) : Optional.empty(),
                Optional.empty(),
                new PersonName("Vård", "Biträdesson"),
                "",
                new FreeText("Promenad efter lunch."),
                false,
                Optional.of(corrects).filter(c -> !c.isEmpty()).map(c -> source("documentations", c)),
                withdrawn,
                Law.SOL);
        return new NoteEntry(source("documentations", id), note, Optional.of(STAFF), withdrawn);
    }

    public static StaffRecord staff(boolean present) {
        StaffMember member = new StaffMember(
                new PersonName("Vård", "Biträdesson"), Optional.empty(), "Undersköterska", List.of(), true);
        return new StaffRecord(
                STAFF, "0127", member, ProtectedIdentity.NONE, present, List.of(UNIT), List.of(), List.of());
    }

    public static UnitRecord unit(boolean present) {
        return new UnitRecord(UNIT, "0127", new ProviderUnit("Hemtjänst Norr", Optional.empty(), true), present);
    }

    private static ContactPoint phone(String number) {
        return new ContactPoint(ContactPoint.Medium.PHONE, ContactPoint.Use.HOME, number, false);
    }

    private static SourceReference source(String resource, String id) {
        return new SourceReference("lifecare", resource, id);
    }
}
