package se.omsorgsbron.bridge.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;

/**
 * Team, notes and plans of a person of the matrix; in each place, the person's canary.
 *
 * @param index the person's
 */
record MatrixContents(int index) {
    private static final Instant WRITTEN = Instant.parse("2026-11-01T08:00:00Z");

    private String canary(Place place) {
        return place.canary(index);
    }

    private FreeText text(Place place) {
        return new FreeText("Om " + canary(place) + ".");
    }

    TeamMember member(TeamRole role) {
        List<ContactPoint> telecoms = new ArrayList<>();
        telecoms.add(new ContactPoint(Medium.PHONE, Use.HOME, canary(Place.RELATIVE_GUARDED), true));
        if (role == TeamRole.CASE_OFFICER) {
            telecoms.add(new ContactPoint(Medium.PHONE, Use.WORK, canary(Place.MEMBER_TELEPHONE), false));
        }
        return new TeamMember(role, new PersonName("Annan", canary(Place.member(role))), "", telecoms);
    }

    JournalNote note(NoteKind kind, Place place, boolean signed, Law law) {
        return new JournalNote(
                kind,
                WRITTEN,
                WRITTEN,
                Optional.of(WRITTEN).filter(at -> signed),
                Optional.empty(),
                new PersonName("Skrev", canary(place)),
                "",
                text(place),
                false,
                Optional.empty(),
                false,
                law);
    }

    Plan plan(String concept, PlanType type, SubjectKey unit, SubjectKey author) {
        // Of an action plan's author, nothing is known.
        boolean named = type == PlanType.IMPLEMENTATION_PLAN;
        return new Plan(
                type,
                Optional.of(unit),
                Optional.of(author).filter(key -> named),
                Optional.of(new PersonName("Skrev", canary(Place.AUTHOR))).filter(name -> named),
                MatrixPerson.START,
                Optional.empty(),
                new Plan.Participation(true, Optional.of(text(Place.plan(concept, "participation")))),
                new Plan.FollowUp(
                        MatrixPerson.START.plusMonths(6), Optional.of(text(Place.plan(concept, "follow-up")))),
                List.of(text(Place.plan(concept, "goals"))),
                List.of(
                        activity(Place.plan(concept, "activities"), "Varje morgon"),
                        activity(Place.plan(concept, "night-activities"), "Varje natt klockan 02")),
                Optional.of(text(Place.plan(concept, "important"))),
                List.of(text(Place.plan(concept, "other"))));
    }

    private PlanActivity activity(Place place, String when) {
        return new PlanActivity(
                "Insats " + canary(place),
                Optional.of(text(place)),
                Optional.of(new FreeText(when)),
                Optional.of(text(place)),
                Period.OPEN);
    }
}
