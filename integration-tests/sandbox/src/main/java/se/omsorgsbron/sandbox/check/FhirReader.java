package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads everything that a FHIR server holds: what a search gives today, and every version there ever was. */
final class FhirReader {
    private static final int PAGE = 200;

    private final Http http;
    private final URI base;

    FhirReader(Http http, URI base) {
        this.http = http;
        this.base = base;
    }

    /**
     * Reads all of it.
     *
     * @throws CheckFailed if the server does not answer as a FHIR server
     */
    PrimaryCare read() {
        var versions = new ArrayList<Version>();
        for (JsonNode entry : entries("the FHIR server's history", URI.create(base + "/_history?_count=" + PAGE))) {
            Version.of(entry).ifPresent(versions::add);
        }
        Set<String> types = new TreeSet<>(Shape.PROFILES.keySet());
        versions.forEach(version -> types.add(version.type()));
        var current = new LinkedHashMap<String, JsonNode>();
        for (String type : types) {
            for (JsonNode entry :
                    entries("the FHIR server's " + type, URI.create(base + "/" + type + "?_count=" + PAGE))) {
                JsonNode resource = entry.path("resource");
                if (Json.text(resource, "resourceType").equals(type)) {
                    current.put(type + "/" + Json.text(resource, "id"), resource);
                }
            }
        }
        return new PrimaryCare(current, versions);
    }

    private List<JsonNode> entries(String what, URI first) {
        var entries = new ArrayList<JsonNode>();
        URI next = first;
        while (next != null) {
            JsonNode bundle = http.get(what, next)
                    .orElseThrow(() -> new CheckFailed(what + " could not be read: the server answered 404"));
            bundle.path("entry").forEach(entries::add);
            next = Json.list(bundle, "link").stream()
                    .filter(link -> Json.text(link, "relation").equals("next"))
                    .map(link -> base.resolve(Json.text(link, "url")))
                    .findFirst()
                    .orElse(null);
        }
        return entries;
    }
}
