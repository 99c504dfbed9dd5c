package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.sandbox.check.PlanFacts.Activity;
import se.omsorgsbron.sandbox.check.PlanFacts.PlanFact;

/** What a plan says: participation, follow-up, author, goals, and how, when and by whom each service is given. */
final class PlanContents {
    private static final String UNKNOWN = "unknown";

    private final Scope scope;
    private final Claims claims;
    private final PlanFact plan;

    PlanContents(Scope scope, Claims claims, PlanFact plan) {
        this.scope = scope;
        this.claims = claims;
        this.plan = plan;
    }

    void check() {
        participation();
        followUp();
        author();
        goals();
        notes();
        List<Activity> activities = PlanFacts.activities(scope.file(), plan.node());
        for (int i = 0; i < activities.size(); i++) {
            activity("activity[" + i + "].detail", activities.get(i));
        }
    }

    private void participation() {
        String path = claims.extension("", Shape.PARTICIPATION);
        String participated = claims.extension(path, "participated");
        claims.equal(participated + ".valueBoolean", Boolean.toString(Json.isTrue(plan.node(), "ClientParticipation")));
        comment(path, Json.find(plan.node(), "ClientParticipationComment"));
    }

    private void followUp() {
        String path = claims.extension("", Shape.NEXT_FOLLOW_UP);
        String date = claims.extension(path, "date");
        claims.equal(
                date + ".valueDate",
                Times.day(plan.node(), "FollowUpDate").map(Object::toString).orElse(""));
        comment(path, Json.find(plan.node(), "FollowUpComment"));
    }

    private void comment(String path, Optional<String> text) {
        text.ifPresent(comment -> claims.text(claims.extension(path, "comment") + ".valueString", comment));
    }

    private void author() {
        JsonNode by = plan.node().path("CreatedBy");
        var staff = scope.file().staffBySignature(Json.text(by, "Signature"));
        String name = (Json.text(by, "FirstName") + " " + Json.text(by, "LastName")).strip();
        scope.author(claims, "author", staff, name);
    }

    private void goals() {
        List<String> goals = PlanFacts.headed(scope.file(), plan.node(), "goal");
        for (int i = 0; i < goals.size(); i++) {
            String path = "contained[" + i + "]";
            claims.equal("goal[" + i + "].reference", "#goal-" + (i + 1));
            claims.equal("goal[" + i + "].type", "Goal");
            claims.equal(path + ".resourceType", "Goal");
            claims.equal(path + ".id", "goal-" + (i + 1));
            claims.equal(path + ".lifecycleStatus", Shape.GOAL_STATUS.getOrDefault(claims.value("status"), ""));
            claims.text(path + ".description.text", goals.get(i));
            claims.equal(path + ".subject.reference", claims.value("subject.reference"));
            claims.equal(path + ".subject.type", "Patient");
        }
    }

    private void notes() {
        claims.text("description", Json.find(plan.node(), "ImportantInformation"));
        List<String> other = PlanFacts.other(scope.file(), plan.node());
        for (int i = 0; i < other.size(); i++) {
            claims.text("note[" + i + "].text", other.get(i));
        }
    }

    private void activity(String path, Activity activity) {
        claims.text(path + ".code.text", activity.service());
        claims.equal(path + ".status", Shape.ACTIVITY_STATUS.getOrDefault(claims.value("status"), ""));
        said(path + ".description", path + "._description", activity.how());
        said(path + ".scheduledString", path + "._scheduledString", activity.when());
        if (activity.byWhom().isEmpty()) {
            claims.absent(path + ".performer[0]", UNKNOWN);
            claims.equal(path + ".performer[0].display", Shape.NOT_KNOWN);
        } else {
            boolean hidden = scope.file().namesProtectedStaff(activity.byWhom());
            claims.text(path + ".performer[0].display", hidden ? Shape.PROTECTED_TEXT : activity.byWhom());
        }
        if (!activity.start().isEmpty() || !activity.end().isEmpty()) {
            String period = claims.extension(path, Shape.ACTIVITY_PERIOD) + ".valuePeriod";
            claims.equal(period + ".start", activity.start());
            claims.equal(period + ".end", activity.end());
        }
    }

    private void said(String path, String shadow, String text) {
        if (text.isEmpty()) {
            claims.absent(shadow, UNKNOWN);
        } else {
            claims.text(path, text);
        }
    }
}
