package se.omsorgsbron.bridge.disclosure;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.omsorgsbron.api.domain.NoteKind;

/** What one municipality discloses to one recipient: a list of rules. What no rule names is denied. */
public final class DisclosurePolicy {
    private final Map<Disclosed, Ground> grounds = new EnumMap<>(Disclosed.class);
    private final Set<NoteKind> noteKinds = EnumSet.noneOf(NoteKind.class);

    /**
     * One concept that may leave.
     *
     * @param concept what
     * @param ground on which ground
     * @param kinds of note, with {@link Disclosed#NOTES}
     */
    public record Rule(Disclosed concept, Ground ground, Set<NoteKind> kinds) {
        public Rule {
            kinds = Set.copyOf(kinds);
        }
    }

    public DisclosurePolicy(List<Rule> rules) {
        for (Rule rule : rules) {
            grounds.put(rule.concept(), rule.ground());
            if (rule.concept() == Disclosed.NOTES) {
                noteKinds.addAll(rule.kinds());
            }
        }
    }

    boolean allows(Disclosed concept) {
        return grounds.containsKey(concept);
    }

    boolean allows(NoteKind kind) {
        return allows(Disclosed.NOTES) && noteKinds.contains(kind);
    }
}
