package se.omsorgsbron.bridge.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * Which plan is in force: of each type the newest one that has been established and has not ended. Those before it were replaced; a
 * plan established in the future does not count yet.
 */
final class PlanHistory {
    private static final Comparator<KeptFact> OLDEST_FIRST = Comparator.comparing(
                    (KeptFact fact) -> plan(fact).established())
            .thenComparing(fact -> fact.source().id().length())
            .thenComparing(fact -> fact.source().id());

    private PlanHistory() {}

    static List<PlanEntry> plans(SubjectFacts facts, LocalDate today, boolean served) {
        List<KeptFact> plans = facts.of(Plan.class)
                .filter(fact -> !plan(fact).established().isAfter(today))
                .sorted(OLDEST_FIRST)
                .toList();
        Map<PlanType, SourceReference> inForce = new EnumMap<>(PlanType.class);
        plans.stream()
                .filter(fact -> served && fact.present() && !over(plan(fact), today))
                .forEach(fact -> inForce.put(plan(fact).type(), fact.source()));
        Map<PlanType, SourceReference> before = new EnumMap<>(PlanType.class);
        List<PlanEntry> entries = new ArrayList<>();
        for (KeptFact fact : plans) {
            Plan plan = plan(fact);
            State state = state(fact, plan, inForce, today, served);
            Optional<SourceReference> replaces =
                    state == State.IN_FORCE ? Optional.ofNullable(before.get(plan.type())) : Optional.empty();
            entries.add(new PlanEntry(
                    fact.source(),
                    plan,
                    plan.author().map(facts.resolved()::get),
                    plan.unit().map(facts.resolved()::get),
                    state,
                    replaces));
            before.put(plan.type(), fact.source());
        }
        return entries;
    }

    private static State state(
            KeptFact fact, Plan plan, Map<PlanType, SourceReference> inForce, LocalDate today, boolean served) {
        if (!fact.present()) {
            return State.WITHDRAWN;
        }
        if (fact.source().equals(inForce.get(plan.type()))) {
            return State.IN_FORCE;
        }
        return over(plan, today) || !served ? State.ENDED : State.REPLACED;
    }

    private static boolean over(Plan plan, LocalDate today) {
        return plan.end().map(end -> end.isBefore(today)).orElse(false);
    }

    private static Plan plan(KeptFact fact) {
        return (Plan) fact.content();
    }
}
