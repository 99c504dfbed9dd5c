package se.omsorgsbron.bridge.disclosure;

import java.util.List;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/** A ground that is recorded of a person, with where it stands. */
public record Recorded(SourceReference source, RecordedGround ground) {

    /** Everything that is recorded of a person and has not been taken back by its source. */
    public static List<Recorded> of(SubjectFacts facts) {
        return facts.of(RecordedGround.class)
                .filter(KeptFact::present)
                .map(fact -> new Recorded(fact.source(), (RecordedGround) fact.content()))
                .toList();
    }
}
