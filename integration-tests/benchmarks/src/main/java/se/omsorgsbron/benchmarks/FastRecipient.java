package se.omsorgsbron.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A FHIR server over real HTTP that takes every transaction, keeps the versions and nothing else: faster than any that stores what
 * it is sent, so that what the bridge does itself is as large a share as it can be.
 */
final class FastRecipient implements AutoCloseable {
    static {
        // Without it, the JDK's server keeps the body of each answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOBODY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";
    private static final String STALE = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"conflict\",\"diagnostics\":\"version\"}]}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final AtomicInteger patients = new AtomicInteger();
    private final HttpServer http;

    FastRecipient() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/fhir", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/fhir");
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/fhir", "/fhir/" -> transaction(exchange, JSON.readTree(body));
            case "/fhir/Patient/_search" -> send(exchange, 200, NOBODY);
            default -> send(exchange, 404, "{\"resourceType\":\"OperationOutcome\"}");
        }
    }

    private void transaction(HttpExchange exchange, JsonNode bundle) throws IOException {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode request = entry.path("request");
            String current = "W/\"" + versions.getOrDefault(request.path("url").asText(), 0) + "\"";
            if (request.has("ifMatch") && !request.path("ifMatch").asText().equals(current)) {
                send(exchange, 412, STALE);
                return;
            }
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("resourceType", "Bundle").put("type", "transaction-response");
        ArrayNode entries = answer.putArray("entry");
        for (JsonNode entry : bundle.path("entry")) {
            String url = entry.at("/request/url").asText();
            boolean creates = entry.at("/request/method").asText().equals("POST");
            String key = creates ? url + "/p" + patients.incrementAndGet() : url;
            int version = versions.merge(key, 1, Integer::sum);
            entries.addObject()
                    .putObject("response")
                    .put("status", version == 1 ? "201 Created" : "200 OK")
                    .put("location", key + "/_history/" + version)
                    .put("etag", "W/\"" + version + "\"");
        }
        send(exchange, 200, answer.toString());
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
