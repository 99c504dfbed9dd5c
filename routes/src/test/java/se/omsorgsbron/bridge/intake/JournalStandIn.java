package se.omsorgsbron.bridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A Lifecare of which nothing stands but its clients and its journal. The journal keeps whatever it is sent, as often as it is sent,
 * and tells nobody what it has.
 */
public final class JournalStandIn implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /** Unlike the ids of other notes: what has the id of a note that was written is taken for its echo. */
    private static final int FIRST_ID = 900_000;

    private final HttpServer server;
    private final List<JsonNode> notes = new CopyOnWriteArrayList<>();

    /** Is called before a note is kept; what it throws ends the connection without an answer. */
    public volatile Consumer<JsonNode> arriving = note -> {};
    /** Is called after a note was kept and before it is answered; what it throws ends the connection without an answer. */
    public volatile Consumer<JsonNode> answering = note -> {};
    /** What is answered instead of keeping anything; 0 if all is well. */
    public volatile int status;

    public JournalStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "journal");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/WE.EC.Integration.Host");
    }

    /** Everything that stands in the journal. */
    public List<JsonNode> notes() {
        return List.copyOf(notes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        boolean post = exchange.getRequestMethod().equals("POST");
        try {
            if (post && exchange.getRequestURI().getPath().endsWith("/api/v2/provider_notes")) {
                write(exchange);
            } else if (query.contains("q=PersonId=")) {
                send(exchange, 200, "[{\"Id\":4711}]");
            } else {
                send(exchange, 500, "{}");
            }
        } finally {
            exchange.close();
        }
    }

    private void write(HttpExchange exchange) throws IOException {
        JsonNode note = JSON.readTree(exchange.getRequestBody());
        if (status > 0) {
            send(exchange, status, "{}");
            return;
        }
        arriving.accept(note);
        notes.add(note);
        answering.accept(note);
        send(exchange, 200, "{\"id\":" + (FIRST_ID + notes.size()) + "}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
