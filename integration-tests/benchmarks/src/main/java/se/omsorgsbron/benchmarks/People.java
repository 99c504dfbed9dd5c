package se.omsorgsbron.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.source.Fact;

/**
 * People who do not exist, all alike but for their ids, which are equally long: so that what is delivered of one is as much as of
 * any other. There is nothing about them that the table withholds, so that both sides send the same.
 *
 * @param mark begins every id; unlike every other side's and run's
 * @param odd whether their identity numbers are the odd ones; the other side has the even ones
 * @param grounds whether it is recorded on which ground their data may be disclosed
 */
record People(String mark, boolean odd, boolean grounds) {
    /** When everything began. */
    private static final LocalDate START = LocalDate.of(2025, 1, 2);

    private static final Instant WRITTEN = START.atTime(8, 0).toInstant(ZoneOffset.UTC);
    /** Most people that there are numbers for. */
    static final int MOST = TestNumbers.MOST / 2;

    /** The unit and the member of staff whom everybody's contacts and plans refer to. */
    List<Fact> staff() {
        SubjectKey person = new SubjectKey(SubjectKind.STAFF, "lifecare/personnel-id", mark);
        StaffMember member = new StaffMember(
                new PersonName("Vård", "Biträdesson"),
                Optional.empty(),
                "Undersköterska",
                List.of(
                        new ContactPoint(Medium.PHONE, Use.WORK, "08-465 004 10", false),
                        new ContactPoint(Medium.EMAIL, Use.WORK, "vard@example.org", false)),
                true);
        return List.of(
                fact("units", mark, unitKey(), new ProviderUnit("Hemtjänst Norr", Optional.empty(), true), Set.of()),
                new Fact(source("personnel", mark), person, member, Set.of(staffKey()), Set.of(), Optional.empty()));
    }

    /** The person's own record in the case system. */
    SourceReference source(int index) {
        return source("clients", id(index));
    }

    /** Everything that is known of one person at first. */
    List<Fact> first(int index) {
        List<Fact> facts = new ArrayList<>();
        SubjectKey client = new SubjectKey(SubjectKind.PERSON, "lifecare/client-id", id(index));
        Person person = new Person(
                TestNumbers.of(nth(index)),
                new PersonName("Fiktiva", "Påhittsson"),
                ProtectedIdentity.NONE,
                List.of(),
                List.of(),
                true,
                Optional.empty());
        facts.add(new Fact(source(index), client, person, Set.of(key(index)), Set.of(), Optional.empty()));
        facts.add(about(
                "provider_contact_personnels",
                index,
                new PermanentContact(staffKey(), Optional.of(unitKey()), Optional.of(Rank.FIRST), Period.from(START))));
        facts.add(about(
                "executions", index, new Execution(Law.SOL, "Hemtjänst", Period.from(START), Optional.of(unitKey()))));
        facts.add(about("officers", index, member(TeamRole.CASE_OFFICER, Use.WORK)));
        facts.add(about("relatives", index, member(TeamRole.RELATIVE, Use.HOME)));
        facts.add(about("service_plans", index, plan()));
        facts.add(about("deviations", index, note(NoteKind.DEVIATION)));
        facts.add(about("risks", index, note(NoteKind.RISK)));
        if (grounds) {
            facts.add(about("consents", index, ground(RecordedGround.Kind.CONSENT)));
            facts.add(about("informations", index, ground(RecordedGround.Kind.SVOD_INFORMATION)));
            facts.add(about("harm-tests", index, ground(RecordedGround.Kind.HARM_TEST)));
        }
        return facts;
    }

    /** What happens later. */
    Fact change(int index) {
        return about("follow-ups", index, note(NoteKind.FOLLOW_UP));
    }

    private static TeamMember member(TeamRole role, Use use) {
        return new TeamMember(
                role,
                new PersonName("Annan", "Påhittsson"),
                role == TeamRole.RELATIVE ? "Dotter" : "",
                List.of(new ContactPoint(Medium.PHONE, use, "070-174 06 05", false)));
    }

    private static JournalNote note(NoteKind kind) {
        return new JournalNote(
                kind,
                WRITTEN,
                WRITTEN,
                Optional.of(WRITTEN),
                Optional.empty(),
                new PersonName("Vård", "Biträdesson"),
                "",
                new FreeText("Trött och yr på morgonen, åt lite. Ringde dottern, som kommer i kväll."),
                false,
                Optional.empty(),
                false,
                Law.SOL);
    }

    private Plan plan() {
        return new Plan(
                PlanType.IMPLEMENTATION_PLAN,
                Optional.of(unitKey()),
                Optional.of(staffKey()),
                Optional.of(new PersonName("Vård", "Biträdesson")),
                START,
                Optional.empty(),
                new Plan.Participation(true, Optional.of(new FreeText("Var med och bestämde."))),
                new Plan.FollowUp(START.plusDays(180), Optional.empty()),
                List.of(new FreeText("Känna sig trygg hemma.")),
                List.of(activity("Dusch", "På morgonen"), activity("Tillsyn", "Varje natt klockan 02")),
                Optional.of(new FreeText("Vill ha dörren på glänt.")),
                List.of());
    }

    private static PlanActivity activity(String what, String when) {
        return new PlanActivity(
                what,
                Optional.of(new FreeText("Med stöd av en person.")),
                Optional.of(new FreeText(when)),
                Optional.empty(),
                Period.OPEN);
    }

    private static RecordedGround ground(RecordedGround.Kind kind) {
        return new RecordedGround(kind, RecordedGround.Scope.ALL, Period.from(START), "Biståndshandläggare");
    }

    private Fact about(String resource, int index, FactContent content) {
        Set<SubjectKey> relates = content instanceof PermanentContact || content instanceof Plan
                ? Set.of(staffKey(), unitKey())
                : Set.of();
        return fact(resource, id(index), key(index), content, relates);
    }

    private static Fact fact(
            String resource, String id, SubjectKey subject, FactContent content, Set<SubjectKey> relates) {
        return new Fact(source(resource, id), subject, content, Set.of(), relates, Optional.empty());
    }

    private SubjectKey key(int index) {
        return new SubjectKey(
                SubjectKind.PERSON,
                "lifecare/person-number",
                TestNumbers.of(nth(index)).value());
    }

    private SubjectKey staffKey() {
        return new SubjectKey(SubjectKind.STAFF, "lifecare/personnel-person-number", mark);
    }

    private SubjectKey unitKey() {
        return new SubjectKey(SubjectKind.UNIT, "lifecare/unit-id", mark);
    }

    private static SourceReference source(String resource, String id) {
        return new SourceReference("lifecare", resource, id);
    }

    private int nth(int index) {
        return 2 * index + (odd ? 1 : 0);
    }

    private String id(int index) {
        return "%s%06d".formatted(mark, index);
    }
}
