package se.omsorgsbron.api.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.TeamMember;

/**
 * All that is known of one person in one municipality.
 *
 * @param id the person's UUID in the ledger
 * @param municipality code, four digits
 * @param person who it is
 * @param served false once the person is deleted, deregistered or inactive in the case system: the team is then inactive
 *     and the plans are over
 * @param unit the unit that answers for the team: that of the first contact, else of the latest execution under SoL
 * @param contacts fast omsorgskontakt, present and former, in order of start
 * @param vacancies ranks that nobody holds, and why; empty when not served, and for a person without home care under SoL.
 *     No contacts and no vacancies: there is no team to tell of
 * @param steps offered, declined, asked, informed, in order of date
 * @param team everybody else in the team
 * @param plans all plans that are or were in the case system, oldest first
 * @param notes journal notes, oldest first
 * @param executions what is being carried out
 */
public record PersonRecord(
        UUID id,
        String municipality,
        Person person,
        boolean served,
        Optional<UUID> unit,
        List<Contact> contacts,
        List<Vacancy> vacancies,
        List<ContactStep> steps,
        List<Member> team,
        List<PlanEntry> plans,
        List<NoteEntry> notes,
        List<Execution> executions)
        implements SubjectRecord {

    /** Whether there is a team to tell of. One that was told of before, and is no more, is inactive. */
    public boolean hasTeam() {
        return served && !(contacts.isEmpty() && vacancies.isEmpty());
    }

    /**
     * A member of staff as permanent contact, with rank and period settled.
     *
     * @param source the contact's record in the case system
     * @param staff the member of staff
     * @param unit the unit; empty where it is not known
     * @param rank person 1 or 2; empty for a third
     * @param period start is always there; end once it is over
     */
    public record Contact(SourceReference source, UUID staff, Optional<UUID> unit, Optional<Rank> rank, Period period) {
        /** Whether it still goes on. */
        public boolean active() {
            return period.end().isEmpty();
        }
    }

    /** A rank that nobody holds. */
    public record Vacancy(Rank rank, Why why) {
        /** Why it is vacant. */
        public enum Why {
            /** Nobody has been appointed. */
            NOT_APPOINTED,
            /** The person needs no contact. */
            EXEMPTED,
            /** The person declined. */
            DECLINED
        }
    }

    /** Somebody else in the team, with where that stands. */
    public record Member(SourceReference source, TeamMember member) {}

    /**
     * A plan with its place among the person's plans.
     *
     * @param source the plan's record in the case system
     * @param plan what it says
     * @param author the author, where the ledger knows them
     * @param unit the unit, where the ledger knows it
     * @param state where it stands
     * @param replaces the plan of the same type that this one replaced
     * @param notForPatient whether the person may not see it
     */
    public record PlanEntry(
            SourceReference source,
            Plan plan,
            Optional<UUID> author,
            Optional<UUID> unit,
            State state,
            Optional<SourceReference> replaces,
            boolean notForPatient) {
        /** A plan that the person may see. */
        public PlanEntry(
                SourceReference source,
                Plan plan,
                Optional<UUID> author,
                Optional<UUID> unit,
                State state,
                Optional<SourceReference> replaces) {
            this(source, plan, author, unit, state, replaces, false);
        }

        /** Where a plan stands. */
        public enum State {
            IN_FORCE,
            /** A newer plan of the same type replaced it. */
            REPLACED,
            /** Its last day has passed, or the person is no longer served. */
            ENDED,
            /** It is no longer in the case system. */
            WITHDRAWN
        }
    }

    /**
     * A journal note.
     *
     * @param source the note's record in the case system
     * @param note what it says
     * @param author the author, where the ledger knows them
     * @param withdrawn marked as an error, deleted, or no longer in the case system
     * @param notForPatient whether the person may not see it
     */
    public record NoteEntry(
            SourceReference source, JournalNote note, Optional<UUID> author, boolean withdrawn, boolean notForPatient) {
        /** A note that the person may see. */
        public NoteEntry(SourceReference source, JournalNote note, Optional<UUID> author, boolean withdrawn) {
            this(source, note, author, withdrawn, false);
        }
    }
}
