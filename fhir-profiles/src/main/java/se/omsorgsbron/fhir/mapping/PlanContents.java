package se.omsorgsbron.fhir.mapping;

import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.fhir.Canonicals;

/** What a plan says: goals, and how, when and by whom each service is given. What it does not say has a reason. */
final class PlanContents {
    private PlanContents() {}

    /** Goals are contained: home care has them as a sentence in the plan, with no life of their own. */
    static void goals(CarePlan carePlan, PlanEntry entry) {
        int number = 0;
        for (FreeText text : entry.plan().goals()) {
            if (!text.value().isBlank()) {
                number++;
                Goal goal = new Goal();
                goal.setId("goal-" + number);
                goal.setLifecycleStatus(goalStatus(entry.state()));
                goal.setDescription(new CodeableConcept().setText(text.value()));
                goal.setSubject(carePlan.getSubject().copy());
                carePlan.addContained(goal);
                carePlan.addGoal(new Reference("#" + goal.getIdElement().getIdPart()).setType("Goal"));
            }
        }
    }

    static CarePlanActivityComponent activity(PlanActivity activity, State state) {
        CarePlanActivityDetailComponent detail = new CarePlanActivityDetailComponent();
        CodeableConcept service = new CodeableConcept();
        detail.setCode(
                activity.service().isBlank()
                        ? Parts.absent(service, "unknown")
                        : service.setText(activity.service().strip()));
        detail.setStatus(activityStatus(state));
        detail.setDescriptionElement(text(activity.how()));
        detail.setScheduled(text(activity.when()));
        detail.addPerformer(activity.byWhom()
                .map(FreeText::value)
                .filter(who -> !who.isBlank())
                .map(who -> new Reference().setDisplay(who))
                .orElseGet(() -> Parts.nobody("unknown", Parts.NOT_KNOWN)));
        if (activity.period().start().isPresent() || activity.period().end().isPresent()) {
            detail.addExtension(new Extension(Canonicals.ACTIVITY_PERIOD, Parts.period(activity.period())));
        }
        return new CarePlanActivityComponent().setDetail(detail);
    }

    private static StringType text(Optional<FreeText> text) {
        return text.map(FreeText::value)
                .filter(value -> !value.isBlank())
                .map(StringType::new)
                .orElseGet(() -> Parts.absent(new StringType(), "unknown"));
    }

    private static CarePlanActivityStatus activityStatus(State state) {
        return switch (state) {
            case IN_FORCE -> CarePlanActivityStatus.INPROGRESS;
            case REPLACED -> CarePlanActivityStatus.STOPPED;
            case ENDED -> CarePlanActivityStatus.COMPLETED;
            case WITHDRAWN -> CarePlanActivityStatus.ENTEREDINERROR;
        };
    }

    private static GoalLifecycleStatus goalStatus(State state) {
        return switch (state) {
            case IN_FORCE -> GoalLifecycleStatus.ACTIVE;
            case REPLACED -> GoalLifecycleStatus.CANCELLED;
            case ENDED -> GoalLifecycleStatus.COMPLETED;
            case WITHDRAWN -> GoalLifecycleStatus.ENTEREDINERROR;
        };
    }
}
