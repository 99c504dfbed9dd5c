package se.omsorgsbron.fhir.mapping;

import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the CarePlan of a genomförandeplan, a handlingsplan or a SIP. */
public final class CarePlanMapper {
    private CarePlanMapper() {}

    /**
     * The CarePlan. A withdrawn one keeps no text, and a protected person's is always withdrawn: for what was delivered before.
     *
     * @param entry one of the record's plans
     */
    public static CarePlan toCarePlan(PersonRecord record, PlanEntry entry, MappingContext context) {
        Plan plan = entry.plan();
        boolean isProtected = record.person().protection().isProtected();
        // Free text may name the person or the place.
        State state = isProtected ? State.WITHDRAWN : entry.state();
        CarePlan carePlan = new CarePlan();
        carePlan.setId(FhirIds.carePlan(record.id(), entry.source()));
        carePlan.setMeta(Parts.meta(
                Codes.PLAN_PROFILE.toWire(plan.type()).orElseThrow(),
                record.person().protection(),
                entry.notForPatient()));
        carePlan.addIdentifier(context.identifier(record.municipality(), entry.source()));
        carePlan.setStatus(Codes.PLAN_STATUS.toWire(state).orElseThrow());
        carePlan.setIntent(CarePlanIntent.PLAN);
        carePlan.addCategory(Codes.PLAN_TYPE.toWire(plan.type()).orElseThrow().concept());
        carePlan.setSubject(Parts.reference("Patient", FhirIds.patient(record.id())));
        carePlan.setPeriod(Parts.period(new Period(Optional.of(plan.established()), plan.end())));
        carePlan.setCreatedElement(Parts.date(plan.established()));
        carePlan.setAuthor(Parts.author(entry.author().map(FhirIds::practitioner), plan.authorName()));
        entry.unit()
                // The unit tells where a person lives.
                .filter(unit -> !isProtected)
                .map(unit -> Parts.reference("Organization", FhirIds.organization(unit)))
                .ifPresent(carePlan::addContributor);
        entry.replaces().map(former -> former(record, former, context)).ifPresent(carePlan::addReplaces);
        if (state != State.WITHDRAWN) {
            content(carePlan, entry);
        }
        return carePlan;
    }

    private static void content(CarePlan carePlan, PlanEntry entry) {
        Plan plan = entry.plan();
        carePlan.addExtension(extension(
                Canonicals.PARTICIPATION,
                "participated",
                new BooleanType(plan.participation().participated()),
                plan.participation().comment()));
        carePlan.addExtension(extension(
                Canonicals.NEXT_FOLLOW_UP,
                "date",
                new DateType(plan.followUp().date().toString()),
                plan.followUp().comment()));
        plan.important().map(FreeText::value).ifPresent(carePlan::setDescription);
        PlanContents.goals(carePlan, entry);
        plan.activities().stream()
                .map(activity -> PlanContents.activity(activity, entry.state()))
                .forEach(carePlan::addActivity);
        plan.other().stream()
                .filter(text -> !text.value().isBlank())
                .map(text -> new Annotation().setText(text.value()))
                .forEach(carePlan::addNote);
    }

    /** By identifier always, and by reference where the recipient holds it. */
    private static Reference former(PersonRecord record, SourceReference former, MappingContext context) {
        Reference reference =
                new Reference().setType("CarePlan").setIdentifier(context.identifier(record.municipality(), former));
        String key = "CarePlan/" + FhirIds.carePlan(record.id(), former);
        return context.held().test(key) ? reference.setReference(key) : reference;
    }

    private static Extension extension(String url, String part, Type value, Optional<FreeText> comment) {
        Extension extension = new Extension(url);
        extension.addExtension(part, value);
        comment.filter(text -> !text.value().isBlank())
                .ifPresent(text -> extension.addExtension("comment", new StringType(text.value())));
        return extension;
    }
}
