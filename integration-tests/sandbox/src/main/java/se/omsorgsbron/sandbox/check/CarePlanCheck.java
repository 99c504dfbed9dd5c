package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.sandbox.check.PlanFacts.PlanFact;

/** A person's plans: the one in force of each type, and former ones that primary care once had. */
final class CarePlanCheck {
    private static final Map<String, String> KINDS = Map.of("implementation-plan", "GP", "action-plan", "HP");

    private final Scope scope;

    CarePlanCheck(Scope scope) {
        this.scope = scope;
    }

    void check(Citizen citizen) {
        if (!scope.file().concerns(citizen) || citizen.isProtected()) {
            return;
        }
        List<PlanFact> plans = PlanFacts.of(scope.file(), citizen);
        Map<String, PlanFact> inForce =
                citizen.inCare() ? PlanFacts.inForce(plans, scope.file().today()) : Map.of();
        for (PlanFact plan : plans) {
            boolean current = plan.equals(inForce.get(plan.type()));
            if (!scope.disclosed(citizen).plans().contains(plan.type())) {
                continue;
            }
            String id = scope.ids().plan(citizen.id(), plan.id());
            Optional<JsonNode> found = scope.one("CarePlan", id);
            found.ifPresent(resource -> compare(citizen, plan, current, plans, resource));
            if (found.isEmpty() && current) {
                scope.missing(citizen.label(), "CarePlan", id, "plan service_plans/" + plan.id());
            }
        }
    }

    private void compare(Citizen citizen, PlanFact plan, boolean current, List<PlanFact> plans, JsonNode resource) {
        Claims claims = new Claims(resource, scope.findings(citizen.label(), Scope.reference(resource)));
        Shape.header(
                claims,
                Shape.BASE + "/StructureDefinition/" + plan.type(),
                scope.file().notForPatient(citizen, "plan:" + plan.id()));
        scope.recordIdentifier(claims, "service_plans/" + plan.id());
        claims.oneOf("status", statuses(citizen, plan, current, plans));
        claims.equal("intent", "plan");
        claims.concept("category[0]", List.of(Shape.PLAN_KIND + "|" + KINDS.get(plan.type())));
        scope.patient(claims, "subject", citizen);
        claims.equal("created", plan.established().toString());
        claims.equal("period.start", plan.established().toString());
        claims.equal("period.end", plan.end().map(Object::toString).orElse(""));
        unit(claims, plan);
        if (current) {
            replaces(claims, citizen, plan, plans);
        }
        new PlanContents(scope, claims, plan).check();
        claims.done();
    }

    private Set<String> statuses(Citizen citizen, PlanFact plan, boolean current, List<PlanFact> plans) {
        if (current) {
            return Set.of("active");
        }
        Set<String> statuses = new LinkedHashSet<>();
        if (plan.over(scope.file().today()) || !citizen.inCare()) {
            statuses.add("completed");
        }
        if (statuses.isEmpty() || newerExists(plan, plans)) {
            statuses.add("revoked");
        }
        return statuses;
    }

    private static boolean newerExists(PlanFact plan, List<PlanFact> plans) {
        return plans.subList(plans.indexOf(plan) + 1, plans.size()).stream()
                .anyMatch(other -> other.type().equals(plan.type()));
    }

    private void unit(Claims claims, PlanFact plan) {
        Json.find(plan.node(), "ProviderUnitId")
                .filter(unit -> scope.file().unit(unit).isPresent())
                .ifPresent(unit -> scope.organization(claims, "contributor[0]", Optional.of(unit)));
    }

    /**
     * The plan of the same type before it: by identifier, and by reference where primary care has it. One that is no longer in
     * Lifecare but stands at primary care counts too.
     */
    private void replaces(Claims claims, Citizen citizen, PlanFact plan, List<PlanFact> plans) {
        Optional<String> inLifecare = plans.subList(0, plans.indexOf(plan)).stream()
                .filter(other -> other.type().equals(plan.type()))
                .map(PlanFact::id)
                .reduce((older, newer) -> newer);
        Optional<String> vanished = vanished(citizen, claims.value("replaces[0].identifier.value"), plan, plans);
        Optional<String> former = vanished.or(() -> inLifecare);
        if (former.isEmpty()) {
            return;
        }
        String id = scope.ids().plan(citizen.id(), former.get());
        claims.equal("replaces[0].type", "CarePlan");
        claims.equal("replaces[0].identifier.system", scope.system());
        claims.equal("replaces[0].identifier.value", "service_plans/" + former.get());
        boolean stands = scope.care().resolve("CarePlan/" + id).isPresent();
        claims.equal("replaces[0].reference", stands ? "CarePlan/" + id : "");
    }

    /** The id of the plan that is named as replaced, if it stands at primary care, came before, and Lifecare has it no longer. */
    private Optional<String> vanished(Citizen citizen, String named, PlanFact plan, List<PlanFact> plans) {
        String id = named.replaceFirst("^service_plans/", "");
        boolean known = plans.stream().anyMatch(other -> other.id().equals(id));
        return scope.care()
                .resolve("CarePlan/" + scope.ids().plan(citizen.id(), id))
                .filter(other -> !known
                        && Json.text(other, "created")
                                        .compareTo(plan.established().toString())
                                <= 0)
                .map(other -> id);
    }
}
