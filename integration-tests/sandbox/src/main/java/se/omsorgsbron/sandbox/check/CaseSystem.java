package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What Lifecare says of one municipality, untouched.
 *
 * @param municipality code
 * @param records the records by list; the deleted ones are not among them
 * @param endedContacts the records of {@code provider_contact_personnels} that only its delta still shows, as deleted
 * @param departed the records of {@code clients} that only its delta still shows, as deleted
 */
record CaseSystem(
        String municipality,
        Map<String, List<JsonNode>> records,
        List<JsonNode> endedContacts,
        List<JsonNode> departed) {

    /** The records of that list that are not marked as deleted. */
    List<JsonNode> all(String list) {
        return records.getOrDefault(list, List.of()).stream()
                .filter(node -> !Json.isTrue(node, "Deleted"))
                .toList();
    }

    /** How many records were read. */
    int size() {
        return records.values().stream().mapToInt(List::size).sum();
    }
}
