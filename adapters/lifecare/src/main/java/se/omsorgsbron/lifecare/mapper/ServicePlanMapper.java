package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code ServicePlan.V1.ServicePlan}: genomförandeplan, or handlingsplan where a headline says so. */
public final class ServicePlanMapper {
    private ServicePlanMapper() {}

    /** Text under a headline. */
    private record Entry(Optional<PlanPart> part, Optional<String> headline, Optional<String> text) {
        boolean is(PlanPart wanted) {
            return part.equals(Optional.of(wanted));
        }
    }

    /** A service of the plan, before what the headlines say of it. */
    private record Service(String text, Period period) {}

    /** One fact about the person. */
    public static Mapped<List<Fact>> toPlan(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("PersonId"));
        Optional<SubjectKey> unit = Optional.of(LifecareKeys.unit(fields.requiredId("ProviderUnitId")));
        Optional<Fields> createdBy = fields.child("CreatedBy");
        Optional<SubjectKey> author =
                createdBy.flatMap(c -> c.text("Signature")).map(LifecareKeys::signature);
        List<Entry> entries = fields.children("OtherInformation").stream()
                .map(entry -> entry(entry, context))
                .toList();
        List<Service> services = fields.children("Services").stream()
                .map(ServicePlanMapper::service)
                .toList();
        Plan plan = new Plan(
                type(entries),
                unit,
                author,
                createdBy
                        .map(ServicePlanMapper::name)
                        .filter(name -> !name.full().isEmpty()),
                fields.requiredDate("EstablishedDate"),
                fields.date("EndDate"),
                new Plan.Participation(
                        fields.requiredFlag("ClientParticipation"), free(fields, "ClientParticipationComment")),
                new Plan.FollowUp(fields.requiredDate("FollowUpDate"), free(fields, "FollowUpComment")),
                texts(entries, PlanPart.GOAL).stream().map(FreeText::new).toList(),
                activities(services, entries),
                free(fields, "ImportantInformation"),
                other(fields, entries, services.isEmpty()));
        return fields.mapped(
                () -> Facts.one(Resource.SERVICE_PLANS.source(id), person, plan, Facts.present(unit, author)));
    }

    private static Entry entry(Fields fields, MappingContext context) {
        Optional<Fields> headline = fields.child("Headline");
        Optional<PlanPart> part = headline.flatMap(h -> h.id("Id"))
                .flatMap(h -> Optional.ofNullable(context.plan().get(h)));
        return new Entry(part, headline.flatMap(h -> h.text("Text")), fields.text("Text"));
    }

    private static Service service(Fields fields) {
        Optional<Fields> type = fields.child("ServiceType");
        String text = type.isPresent() ? type.get().requiredText("Text") : fields.requiredText("ServiceType");
        return new Service(text.strip(), new Period(fields.date("StartDate"), fields.date("EndDate")));
    }

    private static PlanType type(List<Entry> entries) {
        boolean actionPlan = entries.stream().anyMatch(entry -> entry.is(PlanPart.ACTION_PLAN));
        return actionPlan ? PlanType.ACTION_PLAN : PlanType.IMPLEMENTATION_PLAN;
    }

    private static PersonName name(Fields fields) {
        return new PersonName(
                fields.text("FirstName").orElse(""), fields.text("LastName").orElse(""));
    }

    private static List<PlanActivity> activities(List<Service> services, List<Entry> entries) {
        List<String> names = services.stream().map(Service::text).toList();
        PlanTexts how = PlanTexts.read(texts(entries, PlanPart.HOW), names);
        PlanTexts when = PlanTexts.read(texts(entries, PlanPart.WHEN), names);
        PlanTexts byWhom = PlanTexts.read(texts(entries, PlanPart.BY_WHOM), names);
        return services.stream()
                .map(s -> new PlanActivity(
                        s.text(), how.of(s.text()), when.of(s.text()), byWhom.of(s.text()), s.period()))
                .toList();
    }

    /** What has no place of its own; in a plan without services that is how, when and by whom too, so that nothing is lost. */
    private static List<FreeText> other(Fields fields, List<Entry> entries, boolean noServices) {
        List<FreeText> other = new ArrayList<>();
        for (Entry entry : entries) {
            boolean placed = entry.is(PlanPart.GOAL)
                    || (!noServices && entry.part().isPresent() && !entry.is(PlanPart.ACTION_PLAN));
            if (!placed) {
                entry.text().ifPresent(text -> other.add(new FreeText(headed(entry, text))));
            }
        }
        free(fields, "OtherServices").ifPresent(other::add);
        return other;
    }

    /** With its headline where the table does not say what it is, since the headline is then part of what was written. */
    private static String headed(Entry entry, String text) {
        return entry.part().isPresent()
                ? text
                : entry.headline().map(headline -> headline + ": " + text).orElse(text);
    }

    private static List<String> texts(List<Entry> entries, PlanPart part) {
        return entries.stream()
                .filter(entry -> entry.is(part))
                .map(Entry::text)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FreeText> free(Fields fields, String name) {
        return fields.text(name).map(FreeText::new);
    }
}
