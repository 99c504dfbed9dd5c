package se.omsorgsbron.bridge.disclosure;

import static se.omsorgsbron.api.domain.DisclosedConcept.CONTACTS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.SignedRoutine;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.StaffRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * Takes out of a record what a recipient may not have. A plan or note that may not be disclosed stays only as an emptied,
 * withdrawn one, so that a recipient who was given it before is told that it is over; who was not, is told nothing.
 */
public final class Disclosure {
    private static final PersonName WITHHELD = new PersonName("", "");

    private Disclosure() {}

    /**
     * The part of a record that the policy lets the recipient have.
     *
     * @param grounds what is recorded of the person; nothing where it is no person's record
     * @param today in the municipality
     */
    public static Disclosed apply(
            DisclosurePolicy policy, SubjectRecord record, List<Recorded> grounds, LocalDate today) {
        if (record instanceof PersonRecord person) {
            Permissions may = policy.of(person, grounds, today);
            return new Disclosed(of(may, person), Optional.of(may));
        }
        return new Disclosed(record instanceof StaffRecord staff ? of(policy, staff) : record, Optional.empty());
    }

    /** The part of what the facts say, put together to a record, that the policy lets the recipient have. */
    public static Disclosed apply(DisclosurePolicy policy, SubjectFacts facts, SubjectRecord record, LocalDate today) {
        return apply(policy, ProtectedStaff.of(facts).withheld(record), Recorded.of(facts), today);
    }

    /**
     * The part of a person's record that the recipient may have.
     *
     * @param may the table's answers for that person
     */
    static PersonRecord of(Permissions may, PersonRecord record) {
        // Privacy: a person whose protection is not known counts as protected.
        boolean hidden = record.person().protection().isProtected();
        boolean contacts = may.allows(CONTACTS, "assignment");
        return new PersonRecord(
                record.id(),
                record.municipality(),
                minimal(record.person(), hidden),
                record.served(),
                // Privacy: the unit that answers for a protected person's team can reveal where the person lives.
                hidden || !contacts ? Optional.empty() : record.unit(),
                contacts ? record.contacts() : List.of(),
                contacts ? record.vacancies() : List.of(),
                contacts ? record.steps() : List.of(),
                contacts
                        ? record.team().stream()
                                .filter(member -> may.allows(member.member().role()))
                                .toList()
                        : List.of(),
                record.plans().stream().map(entry -> plan(may, entry)).toList(),
                record.notes().stream()
                        .map(note -> may.allows(note.note().kind()) ? note : withdrawn(note))
                        .toList(),
                record.executions());
    }

    /** What leaves of a member of staff: name, title and proof with the need; telephone and e-mail only by a row. */
    private static StaffRecord of(DisclosurePolicy policy, StaffRecord record) {
        StaffMember staff = record.staff();
        // Privacy: of protected staff neither name, HSA-id, telephone nor e-mail leaves, whatever a row says; nor where
        // they signed.
        boolean hidden = record.protection().isProtected();
        List<ContactPoint> telecoms = staff.telecoms().stream()
                .filter(point -> !hidden && point.use() == ContactPoint.Use.WORK)
                .filter(point -> policy.names(
                        CONTACTS, point.medium() == ContactPoint.Medium.PHONE ? "work-telephone" : "work-email"))
                .toList();
        return new StaffRecord(
                record.id(),
                record.municipality(),
                new StaffMember(
                        hidden ? PersonName.PROTECTED : staff.name(),
                        staff.hsaId().filter(id -> !hidden),
                        staff.title(),
                        telecoms,
                        staff.active()),
                record.protection(),
                record.present(),
                record.units(),
                record.proofs(),
                record.signatures().stream()
                        .map(signed -> hidden ? new SignedRoutine("", signed.date(), signed.routine()) : signed)
                        .toList());
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

    /** The parts of a plan that may leave; a plan of which none may is withdrawn. */
    private static PlanEntry plan(Permissions may, PlanEntry entry) {
        DisclosedConcept concept = DisclosedConcept.of(entry.plan().type());
        if (concept.parts().stream().noneMatch(part -> may.allows(concept, part))) {
            return withdrawn(entry);
        }
        Predicate<String> part = name -> may.allows(concept, name);
        Plan plan = entry.plan();
        Plan left = new Plan(
                plan.type(),
                plan.unit(),
                plan.author(),
                plan.authorName(),
                plan.established(),
                plan.end(),
                new Plan.Participation(
                        plan.participation().participated(),
                        plan.participation().comment().filter(c -> part.test("participation"))),
                new Plan.FollowUp(
                        plan.followUp().date(), plan.followUp().comment().filter(c -> part.test("follow-up"))),
                part.test("goals") ? plan.goals() : List.of(),
                plan.activities().stream()
                        .filter(activity(may.nightWords(), part))
                        .toList(),
                plan.important().filter(text -> part.test("important")),
                part.test("other") ? plan.other() : List.of());
        return new PlanEntry(
                entry.source(),
                left,
                entry.author(),
                entry.unit(),
                entry.state(),
                entry.replaces(),
                entry.notForPatient());
    }

    private static Predicate<PlanActivity> activity(NightWords words, Predicate<String> part) {
        boolean every = part.test("activities");
        boolean nightly = part.test("night-activities");
        return activity -> every || (nightly && words.in(activity));
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
                Optional.empty(),
                entry.notForPatient());
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
                "",
                new FreeText(""),
                false,
                Optional.empty(),
                true,
                note.law());
        return new NoteEntry(entry.source(), emptied, Optional.empty(), true, entry.notForPatient());
    }
}
