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
import java.util.HashMap;
import java.util.Map;

/** A Lifecare with a few records of one municipality: pages, and 404 for a list that is empty. */
final class FakeLifecare implements AutoCloseable {
    static {
        // Else every answer waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Map<String, ArrayNode> lists = new HashMap<>();
    final ArrayNode journal = Json.MAPPER.createArrayNode();
    ObjectNode patrol = Json.MAPPER.createObjectNode();

    FakeLifecare() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/WE.EC.Integration.Host");
    }

    /** The records of that list, to be changed by the test. */
    ArrayNode list(String name) {
        return lists.computeIfAbsent(name, key -> Json.MAPPER.createArrayNode());
    }

    /** The journal, and what the night patrol's page shows: both are pages of the sandbox. */
    private JsonNode shown(String path) {
        return path.endsWith("/journal") ? journal : patrol;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/_sandbox/")) {
                byte[] shown = shown(path).toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, shown.length);
                exchange.getResponseBody().write(shown);
                return;
            }
            Map<String, String> query = new HashMap<>();
            for (String part : exchange.getRequestURI().getQuery().split("&")) {
                query.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
            if (!"0127".equals(query.get("domain")) || !"key-of-the-test".equals(query.get("key"))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            ArrayNode page = Json.MAPPER.createArrayNode();
            int offset = Integer.parseInt(query.get("offset"));
            int limit = Integer.parseInt(query.get("limit"));
            int at = 0;
            for (JsonNode node : list(path.substring(path.lastIndexOf('/') + 1))) {
                boolean shown = query.containsKey("gt") || !Json.isTrue(node, "Deleted");
                if (shown && at++ >= offset && page.size() < limit) {
                    page.add(node);
                }
            }
            byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, page.isEmpty() ? -1 : body.length);
            if (!page.isEmpty()) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
