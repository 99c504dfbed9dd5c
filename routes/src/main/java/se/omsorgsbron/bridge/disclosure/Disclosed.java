package se.omsorgsbron.bridge.disclosure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.disclosure.Permission.Granted;

/**
 * What of a record a recipient may have.
 *
 * @param record the part that may leave
 * @param grounds in words, by concept; nothing for staff and units, which follow what refers to them
 */
public record Disclosed(SubjectRecord record, Map<DisclosedConcept, List<String>> grounds) {
    public Disclosed {
        grounds = Map.copyOf(grounds);
    }

    /** The grounds for an item. */
    public List<String> grounds(Concept concept) {
        return switch (concept) {
            case CONTACTS -> of(DisclosedConcept.CONTACTS, DisclosedConcept.TEAM, DisclosedConcept.RELATIVES);
            case PLANS -> of(DisclosedConcept.PLANS, DisclosedConcept.ACTION_PLANS);
            case NOTES, RISK -> of(DisclosedConcept.NOTES);
            case PERSON -> of(DisclosedConcept.values());
            case STAFF, UNITS -> List.of();
        };
    }

    private List<String> of(DisclosedConcept... concepts) {
        List<String> all = new ArrayList<>();
        for (DisclosedConcept concept : concepts) {
            grounds.getOrDefault(concept, List.of()).forEach(ground -> all.add(concept.code() + ": " + ground));
        }
        return all;
    }

    static Map<DisclosedConcept, List<String>> grounds(Permissions may) {
        Map<DisclosedConcept, List<String>> grounds = new EnumMap<>(DisclosedConcept.class);
        for (DisclosedConcept concept : DisclosedConcept.values()) {
            Map<String, Set<Integer>> lines = new LinkedHashMap<>();
            for (String part : concept.parts()) {
                if (may.of(concept, part) instanceof Granted granted) {
                    lines.computeIfAbsent(words(granted), words -> new TreeSet<>())
                            .add(granted.row().line());
                }
            }
            if (!lines.isEmpty()) {
                grounds.put(
                        concept, lines.entrySet().stream().map(Disclosed::words).toList());
            }
        }
        return grounds;
    }

    private static String words(Map.Entry<String, Set<Integer>> ground) {
        return ground.getKey() + " (table, line "
                + ground.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    private static String words(Granted granted) {
        return granted.row().ground().code()
                + granted.recorded()
                        .map(recorded -> " recorded in " + recorded.source().system() + "/"
                                + recorded.source().resource() + "/"
                                + recorded.source().id())
                        .orElse("");
    }
}
