package se.omsorgsbron.bridge.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.bridge.disclosure.Permission.Granted;

/**
 * What of a record a recipient may have.
 *
 * @param record the part that may leave
 * @param may what that rests on; empty for staff and units, which follow what refers to them
 */
public record Disclosed(SubjectRecord record, Optional<Permissions> may) {

    /** The grounds for an item, in words. */
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
        return Stream.of(concepts)
                .flatMap(concept -> may.stream().flatMap(permissions -> words(permissions, concept)))
                .toList();
    }

    private static Stream<String> words(Permissions may, DisclosedConcept concept) {
        Map<String, Set<Integer>> lines = new LinkedHashMap<>();
        for (String part : concept.parts()) {
            if (may.of(concept, part) instanceof Granted granted) {
                lines.computeIfAbsent(words(granted), words -> new TreeSet<>())
                        .add(granted.row().line());
            }
        }
        return lines.entrySet().stream().map(ground -> concept.code() + ": " + words(ground));
    }

    private static String words(Map.Entry<String, Set<Integer>> ground) {
        return ground.getKey() + " (table, line "
                + ground.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    private static String words(Granted granted) {
        return granted.row().ground().code()
                + granted.recorded()
                        .map(recorded -> " recorded in " + recorded.source().path())
                        .orElse("");
    }
}
