package se.omsorgsbron.bridge.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;

/**
 * A fact as the ledger keeps it.
 *
 * @param source where it stands
 * @param subject whom it is about
 * @param content what it says
 * @param names further keys that it gives its subject
 * @param firstSeen when the bridge first saw it, by the ledger's clock
 * @param goneSince when it was gone from the source or superseded, if it is
 */
public record KeptFact(
        SourceReference source,
        SubjectKey subject,
        FactContent content,
        Set<SubjectKey> names,
        Instant firstSeen,
        Optional<Instant> goneSince) {
    public KeptFact {
        names = Set.copyOf(names);
    }

    /** Whether the source still says it. */
    public boolean present() {
        return goneSince.isEmpty();
    }
}
