package se.omsorgsbron.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at a server from outside. */
final class Web {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final List<String> TYPES = List.of(
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "RelatedPerson",
            "CareTeam",
            "CarePlan",
            "Communication");

    private final String base;
    private final Optional<Supplier<String>> token;
    private final boolean readsWithToken;

    Web(URI base) {
        this(base, Optional.empty(), false);
    }

    private Web(URI base, Optional<Supplier<String>> token, boolean readsWithToken) {
        this.base = base.toString();
        this.token = token;
        this.readsWithToken = readsWithToken;
    }

    /** The same, with an access token in each request that changes something. */
    Web writingWith(Supplier<String> accessToken) {
        return new Web(URI.create(base), Optional.of(accessToken), false);
    }

    /** The same, with an access token in every request. */
    Web showing(String accessToken) {
        return new Web(URI.create(base), Optional.of(() -> accessToken), true);
    }

    /** The host of an address, for what stands beside its base path. */
    static Web hostOf(URI address) {
        return new Web(URI.create(address.getScheme() + "://" + address.getAuthority()));
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    void delete(String path) {
        send("DELETE", path, null);
    }

    /** All resources of a type that a FHIR server holds now. */
    List<JsonNode> all(String type) {
        List<JsonNode> resources = new ArrayList<>();
        String next = "/" + type + "?_count=200";
        while (!next.isEmpty()) {
            JsonNode page = get(next);
            page.path("entry").forEach(entry -> resources.add(entry.path("resource")));
            next = next(page);
        }
        return resources;
    }

    /** The one resource of a type that carries that identifier value. */
    JsonNode identified(String type, String value) {
        return all(type).stream()
                .filter(resource ->
                        resource.path("identifier").findValuesAsText("value").contains(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type + " has the identifier " + value));
    }

    /** Everything of the types that the bridge sends. */
    List<JsonNode> everything() {
        return TYPES.stream().flatMap(type -> all(type).stream()).toList();
    }

    /** Every version of those. */
    List<JsonNode> history() {
        List<JsonNode> versions = new ArrayList<>();
        for (String type : TYPES) {
            for (String next = "/" + type + "/_history?_count=200"; !next.isEmpty(); ) {
                JsonNode page = get(next);
                page.path("entry").forEach(entry -> versions.add(entry.path("resource")));
                next = next(page);
            }
        }
        return versions;
    }

    private String next(JsonNode page) {
        for (JsonNode link : page.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return link.path("url").asText().substring(base.length());
            }
        }
        return "";
    }

    /** How many versions the server has made of all that. */
    int versions() {
        return everything().stream()
                .mapToInt(resource -> resource.path("meta").path("versionId").asInt())
                .sum();
    }

    private JsonNode send(String method, String path, Object body) {
        HttpResponse<String> answer = answer(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + " gave " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer as it is, a refusal too. */
    HttpResponse<String> answer(String method, String path, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .header(
                            "Content-Type",
                            Stream.of("/_sandbox", "/api/", "/night-patrol/").anyMatch(path::startsWith)
                                    ? "application/json"
                                    : "application/fhir+json")
                    .header("Cache-Control", "no-cache");
            if (readsWithToken || !method.equals("GET")) {
                token.ifPresent(supplier -> request.header("Authorization", "Bearer " + supplier.get()));
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
