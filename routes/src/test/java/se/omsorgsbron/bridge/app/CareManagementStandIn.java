package se.omsorgsbron.bridge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A CareManagement with one errand of home care, and a party look-up that knows its person. The journal keeps what it is sent, signed
 * at once, and shows it.
 */
final class CareManagementStandIn implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final String PARTY = "81471222-5798-11e9-ae24-57fa13b361e1";
    private static final String ERRANDS = "/cm/0127/HOME_CARE/errands";
    private static final String ERRAND = """
            {id: 'e1', municipalityId: '0127', namespace: 'HOME_CARE', typeSlug: 'home-care', status: 'ONGOING', title: 'Hemtjänst',
             created: '2026-03-01T08:00:00Z', touched: '2026-03-01T08:00:00Z'}""";

    private final HttpServer server;
    private final String number;
    private final Map<String, JsonNode> lists = new ConcurrentHashMap<>();
    private final AtomicInteger readings = new AtomicInteger();
    private final List<JsonNode> journal = new CopyOnWriteArrayList<>();

    /** @param number of the person whose errand it is */
    CareManagementStandIn(String number) {
        this.number = number;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        list("stakeholders", "{id: 's1', externalId: '" + PARTY + "', externalIdType: 'PRIVATE', role: 'APPLICANT'}");
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "care-management");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Adds a record to a list of the errand, written with single quotes. */
    void list(String name, String record) {
        lists.merge(name, json("[" + record + "]"), (there, more) -> {
            List<JsonNode> all = new CopyOnWriteArrayList<>();
            there.forEach(all::add);
            more.forEach(all::add);
            return JSON.valueToTree(all);
        });
    }

    /** How often the journal was read. */
    int readings() {
        return readings.get();
    }

    /** What was written in the journal through the interface. */
    List<JsonNode> written() {
        return List.copyOf(journal);
    }

    /** Lets somebody take over what was written: the last line is gone, and it stands under another name. */
    void takeOver() {
        journal.replaceAll(entry -> {
            String text = entry.path("text").asText();
            return ((ObjectNode) entry.deepCopy())
                    .put("text", text.substring(0, text.lastIndexOf('\n')))
                    .put("createdBy", "jane02doe");
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.equals("/party")) {
                party(exchange, JSON.readTree(exchange.getRequestBody()));
            } else if (path.equals(ERRANDS)) {
                String meta = "_meta: {page: 0, totalPages: 1, totalRecords: 1}";
                send(exchange, 200, json("{errands: [" + ERRAND + "], " + meta + "}"));
            } else if (exchange.getRequestMethod().equals("POST")) {
                write(exchange, path.substring(path.lastIndexOf('/') + 1));
            } else if (path.startsWith(ERRANDS + "/e1/")) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                List<JsonNode> all = new CopyOnWriteArrayList<>();
                lists.getOrDefault(name, JSON.createArrayNode()).forEach(all::add);
                if (name.equals("journal-entries")) {
                    readings.incrementAndGet();
                    all.addAll(journal);
                }
                send(exchange, 200, JSON.valueToTree(all));
            } else {
                send(exchange, 404, json("{}"));
            }
        } finally {
            exchange.close();
        }
    }

    private void party(HttpExchange exchange, JsonNode asked) throws IOException {
        boolean known = asked.path("identityNumber").asText().equals(number)
                || asked.path("partyId").asText().equals(PARTY);
        ObjectNode party = JSON.createObjectNode().put("identityNumber", number).put("partyId", PARTY);
        send(exchange, known ? 200 : 404, party);
    }

    private void write(HttpExchange exchange, String list) throws IOException {
        ObjectNode entry = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        String id = "w" + (journal.size() + 1);
        entry.put("id", id).put("errandId", "e1").put("status", "LOCKED").put("locked", "2026-11-25T08:00:00Z");
        journal.add(entry);
        exchange.getResponseHeaders().add("Location", ERRANDS + "/e1/" + list + "/" + id);
        send(exchange, 201, json("{}"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError("the test's own JSON", mistake);
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
