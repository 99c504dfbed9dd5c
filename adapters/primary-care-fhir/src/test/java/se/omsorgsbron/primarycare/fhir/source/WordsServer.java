package se.omsorgsbron.primarycare.fhir.source;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** A small FHIR server over real HTTP that is read: search by time with pages, read by id, history with deletions; and faults. */
public final class WordsServer implements AutoCloseable {
    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, Resource> held = new TreeMap<>();
    private final Map<String, Resource> deleted = new LinkedHashMap<>();

    /** Every request that came: path and query. */
    public final List<String> requests = new CopyOnWriteArrayList<>();
    /** Its clock. */
    public Instant now = Instant.parse("2026-11-24T12:00:00Z");
    /** The status of every answer to a search after so many pages. */
    public int brokenAfterPages = Integer.MAX_VALUE;

    int brokenStatus = 503;
    boolean keepsHistory = true;
    /** Where its next pages lie; its own base if empty. */
    String nextBase = "";

    public WordsServer() throws IOException {
        http.createContext("/fhir", this::handle);
        http.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/fhir");
    }

    /** Stores a resource, changed now by its clock. */
    public void put(Resource resource) {
        resource.getMeta().setLastUpdated(Date.from(now));
        held.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
    }

    public void delete(String key) {
        deleted.put(key, held.remove(key));
        deleted.get(key).getMeta().setLastUpdated(Date.from(now));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        String path = exchange.getRequestURI().getPath().substring("/fhir/".length());
        requests.add(path + "?" + query);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        if (path.endsWith("/_history")) {
            String of = path.substring(0, path.length() - "/_history".length());
            send(exchange, keepsHistory ? 200 : 405, keepsHistory ? history(of) : new OperationOutcome());
        } else if (path.contains("/")) {
            send(exchange, held.containsKey(path) ? 200 : 404, held.getOrDefault(path, new OperationOutcome()));
        } else if (page(parameters) >= brokenAfterPages) {
            send(exchange, brokenStatus, new OperationOutcome());
        } else {
            send(exchange, 200, search(path, parameters));
        }
    }

    private Bundle search(String type, Map<String, String> parameters) {
        Instant since = Instant.parse(parameters
                .getOrDefault("_lastUpdated", "ge1970-01-01T00:00:00Z")
                .substring(2));
        List<Resource> found = held.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(type + "/"))
                .map(Map.Entry::getValue)
                .filter(one -> !one.getMeta().getLastUpdated().toInstant().isBefore(since))
                .sorted(Comparator.comparing((Resource one) -> one.getMeta().getLastUpdated()))
                .toList();
        int size = Integer.parseInt(parameters.get("_count"));
        int from = page(parameters) * size;
        Bundle page = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        page.getMeta().setLastUpdated(Date.from(now));
        found.stream().skip(from).limit(size).forEach(one -> page.addEntry().setResource(one));
        if (found.size() > from + size) {
            page.addLink()
                    .setRelation("next")
                    .setUrl((nextBase.isEmpty() ? base() : nextBase) + "/" + type + "?_count=" + size
                            + "&_lastUpdated=ge" + since + "&page=" + (page(parameters) + 1));
        }
        return page;
    }

    private Bundle history(String of) {
        Bundle history = new Bundle().setType(Bundle.BundleType.HISTORY);
        List<String> keys = new ArrayList<>(deleted.keySet());
        keys.stream().filter(key -> key.equals(of) || key.startsWith(of + "/")).forEach(key -> {
            history.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(key);
            history.addEntry()
                    .setResource(deleted.get(key))
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(key);
        });
        return history;
    }

    private static int page(Map<String, String> parameters) {
        return Integer.parseInt(parameters.getOrDefault("page", "0"));
    }

    private static void send(HttpExchange exchange, int status, Resource body) throws IOException {
        byte[] bytes = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
