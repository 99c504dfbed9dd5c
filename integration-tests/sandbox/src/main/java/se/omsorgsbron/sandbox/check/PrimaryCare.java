package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What primary care's FHIR server holds. Answers are in the order in which the server gave them. */
final class PrimaryCare {
    private final Map<String, JsonNode> current;
    private final List<Version> versions;
    private final Map<String, List<Version>> byResource = new LinkedHashMap<>();

    PrimaryCare(Map<String, JsonNode> current, List<Version> versions) {
        this.current = current;
        this.versions = versions;
        versions.forEach(version -> byResource
                .computeIfAbsent(version.reference(), key -> new ArrayList<>())
                .add(version));
        byResource.values().forEach(list -> list.sort(Comparator.comparingInt(Version::number)));
    }

    /** Everything a search finds, by {@code Type/id}. */
    Map<String, JsonNode> current() {
        return current;
    }

    List<JsonNode> all(String type) {
        return current.values().stream()
                .filter(node -> Json.text(node, "resourceType").equals(type))
                .toList();
    }

    /** The resource behind {@code Type/id}, an absolute address included. */
    Optional<JsonNode> resolve(String reference) {
        String[] parts = reference.replaceFirst("/_history/.*$", "").split("/");
        return parts.length < 2
                ? Optional.empty()
                : Optional.ofNullable(current.get(parts[parts.length - 2] + "/" + parts[parts.length - 1]));
    }

    /** The resources of that type that carry the identifier. */
    List<JsonNode> identified(String type, String system, String value) {
        return all(type).stream()
                .filter(node -> Json.list(node, "identifier").stream()
                        .anyMatch(identifier -> Json.text(identifier, "system").equals(system)
                                && Json.text(identifier, "value").equals(value)))
                .toList();
    }

    /** Every version of everything, deletions included. */
    List<Version> versions() {
        return versions;
    }

    /** The versions of one resource, oldest first. */
    List<Version> history(String reference) {
        return byResource.getOrDefault(reference, List.of());
    }

    /**
     * The versions of one resource that count, oldest first: what was changed and then put back again is left out, so that a
     * foreign write that has been mended does not stand against the resource for ever.
     */
    List<Version> effectiveHistory(String reference) {
        var kept = new ArrayList<Version>();
        for (Version version : history(reference)) {
            var content = version.content();
            for (int i = 0; i < kept.size(); i++) {
                if (kept.get(i).content().equals(content)) {
                    kept.subList(i, kept.size()).clear();
                    break;
                }
            }
            kept.add(version);
        }
        return List.copyOf(kept);
    }

    Map<String, List<Version>> byResource() {
        return byResource;
    }
}
