package se.omsorgsbron.api.source;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;

/**
 * Something a source says.
 *
 * @param source where it stands
 * @param subject whom it is about
 * @param content what it says
 * @param names further keys that this fact establishes for its subject (an execution's id, a signature)
 * @param relatesTo other subjects that it touches: their records are composed anew too
 * @param modified when the source last changed it, in the source's time, where it says so
 */
public record Fact(
        SourceReference source,
        SubjectKey subject,
        FactContent content,
        Set<SubjectKey> names,
        Set<SubjectKey> relatesTo,
        Optional<Instant> modified) {
    public Fact {
        names = Set.copyOf(names);
        relatesTo = Set.copyOf(relatesTo);
    }
}
