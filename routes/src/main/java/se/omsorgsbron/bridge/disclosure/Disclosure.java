package se.omsorgsbron.bridge.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.SubjectRecord;

/**
 * Takes out of a record what a recipient may not have. A plan or note that may not be disclosed stays only as an emptied,
 * withdrawn one, so that a recipient who was given it before is told that it is over; who was not, is told nothing.
 */
public final class Disclosure {
    private static final Set<TeamRole> PRIVATE_PERSONS = EnumSet.of(TeamRole.RELATIVE, TeamRole.FRIEND);
    private static final PersonName WITHHELD = new PersonName("", "");

    private Disclosure() {}

    /** The part of the record that the policy lets the recipient have. */
    public static SubjectRecord apply(DisclosurePolicy policy, SubjectRecord record) {
        return record instanceof PersonRecord person ? person(policy, person) : record;
    }

    private static PersonRecord person(DisclosurePolicy policy, PersonRecord record) {
        // Privacy: a person whose protection is not known counts as protected.
        boolean hidden = record.person().protection().isProtected();
        boolean contacts = policy.allows(Disclosed.CONTACTS);
        return new PersonRecord(
                record.id(),
                record.municipality(),
                minimal(record.person(), hidden),
                record.served(),
                // Privacy: the unit that answers for a protected person's team can reveal where the person lives.
                hidden ? Optional.empty() : record.unit(),
                contacts ? record.contacts() : List.of(),
                contacts ? record.vacancies() : List.of(),
                contacts ? record.steps() : List.of(),
                contacts ? record.team().stream().filter(member(policy, hidden)).toList() : List.of(),
                record.plans().stream()
                        .map(plan -> !hidden && policy.allows(concept(plan)) ? plan : withdrawn(plan))
                        .toList(),
                record.notes().stream()
                        .map(note -> !hidden && policy.allows(note.note().kind()) ? note : withdrawn(note))
                        .toList(),
                record.executions());
    }

    /** Privacy: primary care owns its patient; it gets the name to know whom it is about, never address or telephone. */
    private static Person minimal(Person person, boolean hidden) {
        return new Person(
                person.number(),
                hidden ? WITHHELD : person.name(),
                person.protection(),
                List.of(),
                List.of(),
                person.active(),
                person.deregistered());
    }

    private static Predicate<Member> member(DisclosurePolicy policy, boolean hidden) {
        return member -> {
            TeamRole role = member.member().role();
            if (hidden) {
                // Privacy: everybody but the case officer could be named after, or live with, a protected person.
                return role == TeamRole.CASE_OFFICER && policy.allows(Disclosed.TEAM);
            }
            return policy.allows(PRIVATE_PERSONS.contains(role) ? Disclosed.RELATIVES : Disclosed.TEAM);
        };
    }

    private static Disclosed concept(PlanEntry plan) {
        return plan.plan().type() == PlanType.ACTION_PLAN ? Disclosed.ACTION_PLANS : Disclosed.PLANS;
    }

    private static PlanEntry withdrawn(PlanEntry entry) {
        Plan plan = entry.plan();
        Plan emptied = new Plan(
                plan.type(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                plan.established(),
                plan.end(),
                new Plan.Participation(plan.participation().participated(), Optional.empty()),
                new Plan.FollowUp(plan.followUp().date(), Optional.empty()),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        return new PlanEntry(
                entry.source(),
                emptied,
                Optional.empty(),
                Optional.empty(),
                PlanEntry.State.WITHDRAWN,
                Optional.empty());
    }

    private static NoteEntry withdrawn(NoteEntry entry) {
        JournalNote note = entry.note();
        JournalNote emptied = new JournalNote(
                note.kind(),
                note.occurred(),
                note.written(),
                note.signed(),
                Optional.empty(),
                WITHHELD,
                new FreeText(""),
                Optional.empty(),
                true,
                note.law());
        return new NoteEntry(entry.source(), emptied, Optional.empty(), true);
    }
}
