package se.omsorgsbron.bridge.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.StaffProtection;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Member;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * The municipality's staff with protected identity (skyddade personuppgifter), as far as a person's papers may name them: by reference,
 * or only by a name that the paper itself has, such as a case officer's. Somebody else of the same name is withheld as well.
 *
 * @param ids of those whom the ledger knows
 * @param names as papers write them, in lower case
 */
record ProtectedStaff(Set<UUID> ids, Set<String> names) {
    private static final FreeText WITHHELD = new FreeText(PersonName.PROTECTED.full());

    /** Those of whom a person's facts tell. */
    static ProtectedStaff of(SubjectFacts facts) {
        Set<UUID> ids = facts.related().stream()
                .filter(fact -> fact.present() && fact.content() instanceof StaffProtection)
                .flatMap(fact -> Stream.ofNullable(facts.resolved().get(fact.subject())))
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        for (KeptFact fact : facts.related()) {
            if (fact.content() instanceof StaffMember staff
                    && ids.contains(facts.resolved().get(fact.subject()))) {
                String given = staff.name().given().strip();
                String family = staff.name().family().strip();
                Stream.of(given + " " + family, family + " " + given, family + ", " + given)
                        .map(ProtectedStaff::plain)
                        .filter(name -> name.length() > 1)
                        .forEach(names::add);
            }
        }
        return new ProtectedStaff(ids, names);
    }

    /** The person's record without their names. Their own record says itself that they are protected. */
    SubjectRecord withheld(SubjectRecord record) {
        if (ids.isEmpty() || !(record instanceof PersonRecord person)) {
            return record;
        }
        return new PersonRecord(
                person.id(),
                person.municipality(),
                person.person(),
                person.served(),
                person.unit(),
                person.contacts(),
                person.vacancies(),
                person.steps(),
                person.team().stream().map(this::member).toList(),
                person.plans().stream().map(this::plan).toList(),
                person.notes().stream().map(this::note).toList(),
                person.executions());
    }

    private Member member(Member entry) {
        TeamMember member = entry.member();
        // Privacy: a protected officer keeps the role, and nothing that tells who it is or how to reach them.
        return named(member.name())
                ? new Member(entry.source(), new TeamMember(member.role(), PersonName.PROTECTED, "", List.of()))
                : entry;
    }

    private PlanEntry plan(PlanEntry entry) {
        Plan plan = entry.plan();
        boolean theirs = theirs(entry.author(), plan.authorName());
        Plan left = new Plan(
                plan.type(),
                plan.unit(),
                plan.author(),
                // Privacy: who made it stays a reference to somebody whose name is withheld.
                plan.authorName().map(name -> theirs ? PersonName.PROTECTED : name),
                plan.established(),
                plan.end(),
                plan.participation(),
                plan.followUp(),
                plan.goals(),
                plan.activities().stream().map(this::activity).toList(),
                plan.important(),
                plan.other());
        return new PlanEntry(
                entry.source(),
                left,
                entry.author(),
                entry.unit(),
                entry.state(),
                entry.replaces(),
                entry.notForPatient());
    }

    private PlanActivity activity(PlanActivity activity) {
        // Privacy: who does it is a line of its own, so a name in it can be taken out without altering what is said.
        return new PlanActivity(
                activity.service(),
                activity.how(),
                activity.when(),
                activity.byWhom().map(who -> mentions(who) ? WITHHELD : who),
                activity.period());
    }

    private NoteEntry note(NoteEntry entry) {
        JournalNote note = entry.note();
        if (!theirs(entry.author(), Optional.of(note.authorName()))) {
            return entry;
        }
        // Privacy: as with plans.
        JournalNote left = note.writtenBy(PersonName.PROTECTED);
        return new NoteEntry(entry.source(), left, entry.author(), entry.withdrawn(), entry.notForPatient());
    }

    private boolean theirs(Optional<UUID> author, Optional<PersonName> name) {
        return author.map(ids::contains).orElse(false) || name.map(this::named).orElse(false);
    }

    private boolean named(PersonName name) {
        return names.contains(plain(name.full()));
    }

    private boolean mentions(FreeText text) {
        String plain = plain(text.value());
        return names.stream().anyMatch(plain::contains);
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
