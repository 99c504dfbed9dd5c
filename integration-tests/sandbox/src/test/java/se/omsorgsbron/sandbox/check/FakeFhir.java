package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A FHIR server in memory: versions, history of everything, searches by type, pages of five so that paging is exercised. */
final class FakeFhir implements AutoCloseable {
    private static final int PAGE = 5;

    /** One version; {@code resource} is empty for a deletion. */
    private record Stored(String reference, int number, Instant when, Optional<ObjectNode> resource) {}

    static {
        // Else every answer waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final List<Stored> versions = new ArrayList<>();

    FakeFhir() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fhir/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/fhir");
    }

    /** Stores a new version. */
    synchronized void put(ObjectNode resource, Instant when) {
        String reference = Json.text(resource, "resourceType") + "/" + Json.text(resource, "id");
        int number = 1
                + (int) versions.stream()
                        .filter(version -> version.reference().equals(reference))
                        .count();
        ObjectNode copy = resource.deepCopy();
        ObjectNode meta = copy.withObjectProperty("meta");
        meta.put("versionId", Integer.toString(number));
        meta.put("lastUpdated", when.toString());
        versions.add(new Stored(reference, number, when, Optional.of(copy)));
    }

    /** Alters what stands, as somebody would who also imitates the bridge's mark: so only the content can give them away. */
    synchronized void alter(String reference, Consumer<ObjectNode> change) {
        ObjectNode copy = current().get(reference).deepCopy();
        copy.withObjectProperty("meta").put("source", "https://fhir.omsorgsbron.se/content/" + versions.size());
        change.accept(copy);
        put(copy, Instant.parse("2026-11-24T12:00:00Z"));
    }

    synchronized void delete(String reference) {
        int number = 1
                + (int) versions.stream()
                        .filter(version -> version.reference().equals(reference))
                        .count();
        versions.add(new Stored(reference, number, Instant.parse("2026-11-24T12:00:00Z"), Optional.empty()));
    }

    synchronized Map<String, ObjectNode> current() {
        var current = new TreeMap<String, ObjectNode>();
        for (Stored version : versions) {
            current.remove(version.reference());
            version.resource().ifPresent(resource -> current.put(version.reference(), resource));
        }
        return current;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/fhir/".length());
            String query = exchange.getRequestURI().getQuery();
            int from = query.contains("from=") ? Integer.parseInt(query.replaceFirst(".*from=", "")) : 0;
            var entries = path.equals("_history") ? history() : search(path);
            ObjectNode bundle = Json.MAPPER.createObjectNode().put("resourceType", "Bundle");
            ArrayNode page = bundle.putArray("entry");
            entries.subList(Math.min(from, entries.size()), Math.min(from + PAGE, entries.size()))
                    .forEach(page::add);
            if (from + PAGE < entries.size()) {
                bundle.putArray("link")
                        .addObject()
                        .put("relation", "next")
                        .put("url", base() + "/" + path + "?from=" + (from + PAGE));
            }
            byte[] body = bundle.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized List<JsonNode> history() {
        var entries = new ArrayList<JsonNode>();
        for (Stored version : versions) {
            ObjectNode entry = Json.MAPPER.createObjectNode();
            version.resource().ifPresent(resource -> entry.set("resource", resource));
            entry.putObject("request")
                    .put("method", version.resource().isPresent() ? "PUT" : "DELETE")
                    .put("url", version.reference() + "/_history/" + version.number());
            entry.putObject("response")
                    .put("etag", "W/\"" + version.number() + "\"")
                    .put("lastModified", version.when().toString());
            entries.add(entry);
        }
        return entries;
    }

    private List<JsonNode> search(String type) {
        var entries = new ArrayList<JsonNode>();
        current().forEach((reference, resource) -> {
            if (reference.startsWith(type + "/")) {
                ObjectNode entry = Json.MAPPER.createObjectNode();
                entry.set("resource", resource);
                entries.add(entry);
            }
        });
        return entries;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
