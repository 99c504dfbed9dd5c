package se.omsorgsbron.bridge.compose;

import java.util.Optional;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.record.UnitRecord;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/** The record of a unit that concerns somebody. */
final class UnitComposer {
    private UnitComposer() {}

    static Optional<UnitRecord> compose(SubjectFacts facts) {
        if (facts.related().isEmpty()) {
            return Optional.empty();
        }
        return facts.of(ProviderUnit.class)
                .reduce((earlier, later) -> later)
                .map(fact -> new UnitRecord(
                        facts.id(), facts.municipality(), (ProviderUnit) fact.content(), fact.present()));
    }
}
