package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy.Rule;

class DisclosureTest {
    private static final SourceReference SOURCE = new SourceReference("lifecare", "test", "1");
    private static final FreeText TEXT = new FreeText("Hemligt.");
    private static final DisclosurePolicy EVERYTHING = new DisclosurePolicy(List.of(
            rule(Disclosed.CONTACTS),
            rule(Disclosed.TEAM),
            rule(Disclosed.RELATIVES),
            rule(Disclosed.PLANS),
            rule(Disclosed.ACTION_PLANS),
            new Rule(Disclosed.NOTES, Ground.HARM_TEST, Set.of(NoteKind.values()))));

    @Test
    void whatNoRuleNamesDoesNotLeave() {
        PersonRecord left = apply(new DisclosurePolicy(List.of()), ProtectedIdentity.NONE);

        assertThat(left.contacts()).isEmpty();
        assertThat(left.team()).isEmpty();
        assertEmptied(left);
    }

    @Test
    void eachConceptLeavesByItsOwnRuleAlone() {
        assertThat(apply(policy(rule(Disclosed.CONTACTS)), ProtectedIdentity.NONE)
                        .contacts())
                .hasSize(1);
        assertThat(roles(policy(rule(Disclosed.CONTACTS), rule(Disclosed.TEAM))))
                .containsExactly(TeamRole.CASE_OFFICER, TeamRole.LEGAL_GUARDIAN);
        assertThat(roles(policy(rule(Disclosed.CONTACTS), rule(Disclosed.RELATIVES))))
                .containsExactly(TeamRole.RELATIVE, TeamRole.FRIEND);
        assertThat(apply(policy(rule(Disclosed.PLANS)), ProtectedIdentity.NONE)
                        .plans()
                        .get(0)
                        .state())
                .isEqualTo(PlanEntry.State.IN_FORCE);
        assertThat(apply(policy(rule(Disclosed.ACTION_PLANS)), ProtectedIdentity.NONE)
                        .plans()
                        .get(0)
                        .state())
                .isEqualTo(PlanEntry.State.WITHDRAWN);
    }

    @Test
    void aNoteLeavesOnlyIfItsKindIsListed() {
        assertThat(apply(notes(NoteKind.RISK), ProtectedIdentity.NONE)
                        .notes()
                        .get(0)
                        .withdrawn())
                .isFalse();
        assertThat(apply(notes(NoteKind.DAILY), ProtectedIdentity.NONE)
                        .notes()
                        .get(0)
                        .withdrawn())
                .isTrue();
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

    private static List<TeamRole> roles(DisclosurePolicy policy) {
        return apply(policy, ProtectedIdentity.NONE).team().stream()
                .map(member -> member.member().role())
                .toList();
    }

    private static PersonRecord apply(DisclosurePolicy policy, ProtectedIdentity protection) {
        return (PersonRecord) Disclosure.apply(policy, record(protection));
    }

    private static DisclosurePolicy policy(Rule... rules) {
        return new DisclosurePolicy(List.of(rules));
    }

    private static DisclosurePolicy notes(NoteKind kind) {
        return policy(new Rule(Disclosed.NOTES, Ground.HARM_TEST, Set.of(kind)));
    }

    private static Rule rule(Disclosed concept) {
        return new Rule(concept, Ground.CONSENT, Set.of());
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
                List.of(new PlanActivity("Dusch", Optional.of(TEXT), Optional.empty(), Optional.empty(), Period.OPEN)),
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
                TEXT,
                Optional.empty(),
                false,
                Law.SOL);
    }
}
