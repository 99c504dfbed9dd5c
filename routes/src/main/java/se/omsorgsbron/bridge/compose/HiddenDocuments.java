package se.omsorgsbron.bridge.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.omsorgsbron.api.domain.NotForPatient;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/**
 * A person's notes and plans that the person may not see.
 *
 * @param all whether that is every one
 * @param some which, otherwise
 */
record HiddenDocuments(boolean all, Set<SourceReference> some) {

    static HiddenDocuments of(SubjectFacts facts) {
        Set<SourceReference> some = new HashSet<>();
        List<NotForPatient> said = facts.of(NotForPatient.class)
                .filter(KeptFact::present)
                .map(fact -> (NotForPatient) fact.content())
                .toList();
        said.forEach(one -> one.document().ifPresent(some::add));
        return new HiddenDocuments(said.stream().anyMatch(one -> one.document().isEmpty()), some);
    }

    boolean covers(SourceReference document) {
        return all || some.contains(document);
    }

    /** The plans, each with whether it is one of them. */
    List<PlanEntry> on(List<PlanEntry> plans) {
        return plans.stream()
                .map(plan -> new PlanEntry(
                        plan.source(),
                        plan.plan(),
                        plan.author(),
                        plan.unit(),
                        plan.state(),
                        plan.replaces(),
                        covers(plan.source())))
                .toList();
    }
}
