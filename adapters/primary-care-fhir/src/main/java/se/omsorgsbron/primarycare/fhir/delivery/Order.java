package se.omsorgsbron.primarycare.fhir.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.omsorgsbron.api.recipient.Concept;

/**
 * In which order drafts are written, and how a refused bundle is split. Pure. Urgent concepts go first, and what an urgent item
 * needs goes with it, so that no part needs something of a later part.
 */
final class Order {
    private Order() {}

    /** By urgency; within it, what is needed before what needs it. */
    static List<Draft> sorted(List<Draft> drafts) {
        return byUrgency(drafts).values().stream().flatMap(List::stream).toList();
    }

    /**
     * The parts of a bundle that was refused: one per concept; one concept in halves, which finds a bad item among many
     * with few requests.
     *
     * @param drafts two or more
     */
    static List<List<Draft>> parts(List<Draft> drafts) {
        Map<Concept, List<Draft>> groups = byUrgency(drafts);
        if (groups.size() > 1) {
            return List.copyOf(groups.values());
        }
        List<Draft> sorted = sorted(drafts);
        int half = sorted.size() / 2;
        return List.of(sorted.subList(0, half), sorted.subList(half, sorted.size()));
    }

    private static Map<Concept, List<Draft>> byUrgency(List<Draft> drafts) {
        Map<String, Draft> byKey = new LinkedHashMap<>();
        drafts.forEach(draft -> byKey.put(draft.key(), draft));
        Map<String, Concept> urgency = new HashMap<>();
        drafts.forEach(draft -> raise(draft, draft.concept(), byKey, urgency));
        Map<Concept, List<Draft>> groups = new TreeMap<>();
        Set<String> placed = new HashSet<>();
        drafts.forEach(draft -> place(draft, byKey, urgency, placed, groups));
        return groups;
    }

    private static void raise(Draft draft, Concept to, Map<String, Draft> byKey, Map<String, Concept> urgency) {
        Concept already = urgency.get(draft.key());
        if (already != null && already.compareTo(to) <= 0) {
            return;
        }
        urgency.put(draft.key(), to);
        needed(draft, byKey).forEach(needed -> {
            Concept own = needed.concept();
            raise(needed, own.compareTo(to) < 0 ? own : to, byKey, urgency);
        });
    }

    private static void place(
            Draft draft,
            Map<String, Draft> byKey,
            Map<String, Concept> urgency,
            Set<String> placed,
            Map<Concept, List<Draft>> groups) {
        if (placed.add(draft.key())) {
            needed(draft, byKey).forEach(needed -> place(needed, byKey, urgency, placed, groups));
            groups.computeIfAbsent(urgency.get(draft.key()), concept -> new ArrayList<>())
                    .add(draft);
        }
    }

    private static List<Draft> needed(Draft draft, Map<String, Draft> byKey) {
        return draft.needs().stream()
                .sorted()
                .filter(byKey::containsKey)
                .map(byKey::get)
                .toList();
    }
}
