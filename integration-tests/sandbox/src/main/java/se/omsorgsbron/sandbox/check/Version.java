package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a resource at the FHIR server.
 *
 * @param type resource type
 * @param id logical id
 * @param number version number; 0 where it cannot be told
 * @param when when it was written
 * @param resource what stood there; empty for a deletion
 */
record Version(String type, String id, int number, Instant when, Optional<JsonNode> resource) {

    /** Reads an entry of a history bundle. */
    static Optional<Version> of(JsonNode entry) {
        JsonNode resource = entry.path("resource");
        if (resource.isObject()) {
            return Optional.of(new Version(
                    Json.text(resource, "resourceType"),
                    Json.text(resource, "id"),
                    resource.path("meta").path("versionId").asInt(0),
                    Times.instant(resource.path("meta"), "lastUpdated").orElse(Instant.EPOCH),
                    Optional.of(resource)));
        }
        String[] path = Json.text(entry, "request", "url")
                .replaceFirst("/_history/.*$", "")
                .split("/");
        if (path.length < 2) {
            return Optional.empty();
        }
        int number = Json.find(entry, "response", "etag")
                .map(etag -> etag.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty())
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
        return Optional.of(new Version(
                path[path.length - 2],
                path[path.length - 1],
                number,
                Times.instant(entry.path("response"), "lastModified").orElse(Instant.EPOCH),
                Optional.empty()));
    }

    String reference() {
        return type + "/" + id;
    }

    /** The resource without what the server itself puts into {@code meta}. */
    Optional<JsonNode> content() {
        return resource.map(node -> {
            ObjectNode copy = node.deepCopy();
            if (copy.path("meta") instanceof ObjectNode meta) {
                meta.remove("versionId");
                meta.remove("lastUpdated");
                meta.remove("source");
            }
            return copy;
        });
    }
}
