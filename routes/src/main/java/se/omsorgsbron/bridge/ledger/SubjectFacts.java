package se.omsorgsbron.bridge.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;

/**
 * Everything that the ledger has on one subject, ready to be composed.
 *
 * @param municipality code, four digits
 * @param id the subject's UUID
 * @param kind person, staff or unit
 * @param facts about the subject, oldest first
 * @param related facts about other subjects that touch this one, oldest first; of a person, those about protected staff
 * @param resolved the subjects that the facts' keys stand for, as far as they are known
 */
public record SubjectFacts(
        String municipality,
        UUID id,
        SubjectKind kind,
        List<KeptFact> facts,
        List<KeptFact> related,
        Map<SubjectKey, UUID> resolved) {
    public SubjectFacts {
        facts = List.copyOf(facts);
        related = List.copyOf(related);
        resolved = Map.copyOf(resolved);
    }

    /** The facts about the subject whose content is of that type. */
    public Stream<KeptFact> of(Class<? extends FactContent> type) {
        return facts.stream().filter(fact -> type.isInstance(fact.content()));
    }
}
