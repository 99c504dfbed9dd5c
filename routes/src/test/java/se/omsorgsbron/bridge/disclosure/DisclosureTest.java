package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.DisclosedConcept;
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
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.StaffRecord;

class DisclosureTest {
    private static final SourceReference SOURCE = new SourceReference("lifecare", "test", "1");
    private static final FreeText TEXT = new FreeText("Hemligt.");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String EVERYTHING = Stream.of(DisclosedConcept.values())
            .map(DisclosedConcept::code)
            .collect(Collectors.joining(";all\n", "", ";all"));

    @Test
    void whatNoRowAllowsDoesNotLeave() {
        PersonRecord left = apply("", ProtectedIdentity.NONE);

        assertThat(left.contacts()).isEmpty();
        assertThat(left.team()).isEmpty();
        assertThat(left.unit()).isEmpty();
        assertThat(left.hasTeam()).isFalse();
        assertEmptied(left);
    }

    @Test
    void eachConceptLeavesByItsOwnRowAlone() {
        assertThat(apply("contacts;assignment", ProtectedIdentity.NONE).contacts())
                .hasSize(1);
        assertThat(roles("contacts;assignment\nteam;all"))
                .containsExactly(TeamRole.CASE_OFFICER, TeamRole.LEGAL_GUARDIAN);
        assertThat(roles("contacts;assignment\nteam;case-officer")).containsExactly(TeamRole.CASE_OFFICER);
        assertThat(roles("contacts;assignment\nrelatives;all")).containsExactly(TeamRole.RELATIVE, TeamRole.FRIEND);
        assertThat(plan("plans;all").state()).isEqualTo(PlanEntry.State.IN_FORCE);
        assertThat(plan("action-plans;all").state()).isEqualTo(PlanEntry.State.WITHDRAWN);
    }

    @Test
    void aNoteLeavesOnlyIfItsKindIsListed() {
        assertThat(apply("notes;risk", ProtectedIdentity.NONE).notes().get(0).withdrawn())
                .isFalse();
        assertThat(apply("notes;daily", ProtectedIdentity.NONE).notes().get(0).withdrawn())
                .isTrue();
    }

    @Test
    void ofAPlanOnlyTheListedPartsLeave() {
        Plan night = plan("plans;night-activities").plan();

        assertThat(night.activities()).extracting(PlanActivity::service).containsExactly("Tillsyn");
        assertThat(night.goals()).isEmpty();
        assertThat(night.important()).isEmpty();
        assertThat(night.other()).isEmpty();
        assertThat(night.participation().comment()).isEmpty();
        assertThat(night.followUp().comment()).isEmpty();
        assertThat(plan("plans;goals").plan().goals()).containsExactly(TEXT);
        assertThat(plan("plans;goals").plan().activities()).isEmpty();
        assertThat(plan("plans;activities").plan().activities()).hasSize(2);
    }

    @Test
    void aMunicipalityCanSayNightInItsOwnWords() {
        assertThat(atNight("natt")).containsExactly("Tillsyn");
        assertThat(atNight("jour", "klockan")).containsExactly("Tillsyn");
        assertThat(atNight("jour")).isEmpty();
        assertThat(atNight("lockan")).as("a word begins with it").isEmpty();
    }

    private static List<String> atNight(String... words) {
        DisclosurePolicy policy = policy("plans;night-activities");
        DisclosurePolicy own = new DisclosurePolicy(
                policy.table().with(new NightWords(List.of(words))), policy.recipient(), policy.operatedBy());
        PersonRecord left = (PersonRecord) Disclosure.apply(own, record(ProtectedIdentity.NONE), List.of(), TODAY)
                .record();
        return left.plans().get(0).plan().activities().stream()
                .map(PlanActivity::service)
                .toList();
    }

    @Test
    void aMemberOfStaffIsReachedOnlyAtWorkAndOnlyByARow() {
        assertThat(telecoms("contacts;assignment")).isEmpty();
        assertThat(telecoms("contacts;assignment\ncontacts;work-telephone")).containsExactly("08-465 004 10");
        assertThat(telecoms("contacts;all")).containsExactly("08-465 004 10", "vard@example.org");
    }

    @Test
    void addressAndTelephoneOfThePersonNeverLeave() {
        Person person = apply(EVERYTHING, ProtectedIdentity.NONE).person();

        assertThat(person.name().full()).isEqualTo("Elsa Berg");
        assertThat(person.addresses()).isEmpty();
        assertThat(person.telecoms()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ProtectedIdentity.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void ofAProtectedPersonOnlyContactsAndCaseOfficerLeaveHoweverMuchIsAllowed(ProtectedIdentity protection) {
        PersonRecord left = apply(EVERYTHING, protection);

        assertThat(left.person().name().full()).isEmpty();
        assertThat(left.unit()).isEmpty();
        assertThat(left.contacts()).hasSize(1);
        assertThat(left.team()).extracting(m -> m.member().role()).containsExactly(TeamRole.CASE_OFFICER);
        assertEmptied(left);
    }

    private static void assertEmptied(PersonRecord record) {
        assertThat(record.plans()).allSatisfy(plan -> {
            assertThat(plan.state()).isEqualTo(PlanEntry.State.WITHDRAWN);
            assertThat(plan.plan().activities()).isEmpty();
            assertThat(plan.plan().important()).isEmpty();
        });
        assertThat(record.notes()).allSatisfy(note -> {
            assertThat(note.withdrawn()).isTrue();
            assertThat(note.note().text().value()).isEmpty();
        });
    }

    private static List<TeamRole> roles(String rows) {
        return apply(rows, ProtectedIdentity.NONE).team().stream()
                .map(member -> member.member().role())
                .toList();
    }

    private static PlanEntry plan(String rows) {
        return apply(rows, ProtectedIdentity.NONE).plans().get(0);
    }

    private static List<String> telecoms(String rows) {
        StaffMember staff = new StaffMember(
                new PersonName("Åsa", "Ek"),
                Optional.empty(),
                "Undersköterska",
                List.of(
                        new ContactPoint(ContactPoint.Medium.PHONE, ContactPoint.Use.WORK, "08-465 004 10", false),
                        new ContactPoint(ContactPoint.Medium.PHONE, ContactPoint.Use.HOME, "08-465 004 11", false),
                        new ContactPoint(ContactPoint.Medium.EMAIL, ContactPoint.Use.WORK, "vard@example.org", false)),
                true);
        StaffRecord record = new StaffRecord(
                UUID.randomUUID(), "0127", staff, ProtectedIdentity.NONE, true, List.of(), List.of(), List.of());
        StaffRecord left = (StaffRecord)
                Disclosure.apply(policy(rows), record, List.of(), TODAY).record();
        return left.staff().telecoms().stream().map(ContactPoint::value).toList();
    }

    private static PersonRecord apply(String rows, ProtectedIdentity protection) {
        return (PersonRecord) Disclosure.apply(policy(rows), record(protection), List.of(), TODAY)
                .record();
    }

    /** A policy with those rows ({@code concept;part}), all for a recipient that needs no ground of the person. */
    private static DisclosurePolicy policy(String rows) {
        String table = rows.lines()
                .filter(row -> !row.isBlank())
                .map(row -> "primary-care;" + row + ";same-municipality;;\n")
                .collect(Collectors.joining("", "recipient;concept;part;ground;decision;days\n", ""));
        DisclosureTableFile.Read read = DisclosureTableFile.parse("test", table.getBytes(StandardCharsets.UTF_8));
        assertThat(read.mistakes()).isEmpty();
        return new DisclosurePolicy(read.table(), "primary-care", OperatedBy.MUNICIPALITY);
    }

    private static PersonRecord record(ProtectedIdentity protection) {
        Person person = new Person(
                IdentityNumbers.parse("189002029800").orElseThrow(),
                new PersonName("Elsa", "Berg"),
                protection,
                List.of(new PostalAddress(
                        Optional.empty(),
                        Optional.of("Storgatan 1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                List.of(new ContactPoint(ContactPoint.Medium.PHONE, ContactPoint.Use.HOME, "08-465 004 01", false)),
                true,
                Optional.empty());
        return new PersonRecord(
                UUID.randomUUID(),
                "0127",
                person,
                true,
                Optional.of(UUID.randomUUID()),
                List.of(new PersonRecord.Contact(
                        SOURCE,
                        UUID.randomUUID(),
                        Optional.empty(),
                        Optional.of(Rank.FIRST),
                        Period.from(LocalDate.of(2026, 1, 1)))),
                List.of(),
                List.of(),
                List.of(
                        member(TeamRole.CASE_OFFICER),
                        member(TeamRole.LEGAL_GUARDIAN),
                        member(TeamRole.RELATIVE),
                        member(TeamRole.FRIEND)),
                List.of(new PlanEntry(
                        SOURCE,
                        plan(),
                        Optional.empty(),
                        Optional.empty(),
                        PlanEntry.State.IN_FORCE,
                        Optional.empty())),
                List.of(new NoteEntry(SOURCE, note(), Optional.empty(), false)),
                List.of());
    }

    private static Member member(TeamRole role) {
        return new Member(SOURCE, new TeamMember(role, new PersonName("Nils", "Berg"), "", List.of()));
    }

    private static Plan plan() {
        return new Plan(
                PlanType.IMPLEMENTATION_PLAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 3, 1),
                Optional.empty(),
                new Plan.Participation(true, Optional.of(TEXT)),
                new Plan.FollowUp(LocalDate.of(2026, 9, 1), Optional.of(TEXT)),
                List.of(TEXT),
                List.of(
                        new PlanActivity("Dusch", Optional.of(TEXT), Optional.empty(), Optional.empty(), Period.OPEN),
                        new PlanActivity(
                                "Tillsyn",
                                Optional.of(TEXT),
                                Optional.of(new FreeText("Varje natt klockan 02")),
                                Optional.empty(),
                                Period.OPEN)),
                Optional.of(TEXT),
                List.of(TEXT));
    }

    private static JournalNote note() {
        Instant written = Instant.parse("2026-11-01T08:00:00Z");
        return new JournalNote(
                NoteKind.RISK,
                written,
                written,
                Optional.of(written),
                Optional.empty(),
                new PersonName("Åsa", "Ek"),
                "",
                TEXT,
                false,
                Optional.empty(),
                false,
                Law.SOL);
    }
}
