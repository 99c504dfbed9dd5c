package se.omsorgsbron.primarycare.fhir;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** A small FHIR server over real HTTP: transactions, read, Patient/_search and metadata; with faults on demand. */
public final class FhirStandIn implements AutoCloseable {
    static {
        // Without it, the JDK's server keeps the body of each answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What it holds. */
    public final StandInStore store = new StandInStore();
    /** Every request that came, in order. */
    public final List<Request> requests = new CopyOnWriteArrayList<>();
    /** Answers to the next requests, before the server does anything itself. */
    public final Deque<Reply> next = new ArrayDeque<>();
    /** Told of each request before anything is done with it; as long as it takes, the request is on its way. */
    public volatile Consumer<Request> arriving = request -> {};
    /** Told of each request once it is done; as long as it takes, the answer is on its way. */
    public volatile Consumer<Request> answering = request -> {};
    /** Does what it is asked and then breaks off without an answer. */
    public volatile boolean silentAfterStoring;
    /** Takes requests and never answers, until it is closed. */
    public volatile boolean hangs;

    private final CountDownLatch closing = new CountDownLatch(1);

    public volatile CapabilityStatement metadata = new CapabilityStatement();

    /** A request as it came. */
    public record Request(String method, String target, Map<String, List<String>> headers, String body) {
        /** The body as a bundle. */
        public Bundle bundle() {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, body);
        }

        /** Method and address of each entry of a bundle, in order. */
        public List<String> entries() {
            return bundle().getEntry().stream()
                    .map(e -> e.getRequest().getMethod() + " " + e.getRequest().getUrl())
                    .toList();
        }
    }

    /** An answer. */
    public record Reply(int status, Map<String, String> headers, String contentType, String body) {
        public static Reply of(int status, Resource body) {
            return new Reply(status, Map.of(), "application/fhir+json", json(body));
        }

        public static Reply html(int status) {
            return new Reply(status, Map.of(), "text/html", "<html><body>gateway</body></html>");
        }

        /** An OperationOutcome with that status. */
        public static Reply outcome(
                int status, OperationOutcome.IssueType code, String diagnostics, String expression) {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                    .setCode(code)
                    .setDiagnostics(diagnostics)
                    .addExpression(expression);
            return of(status, outcome);
        }

        public Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value), contentType, body);
        }
    }

    public FhirStandIn() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/fhir", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/fhir");
    }

    /** The transactions that came, in order. */
    public List<Request> transactions() {
        return requests.stream()
                .filter(r -> r.method().equals("POST") && !r.target().contains("_search"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
        requests.add(request);
        arriving.accept(request);
        if (hangs) {
            awaitClosing();
        }
        Reply reply;
        try {
            Reply scripted = next.poll();
            reply = scripted != null
                    ? scripted
                    : answer(exchange.getRequestURI().getPath(), request);
        } catch (StandInStore.Fault fault) {
            reply = fault.reply();
        }
        answering.accept(request);
        if (silentAfterStoring && request.method().equals("POST")) {
            exchange.close();
            return;
        }
        send(exchange, reply);
    }

    private Reply answer(String path, Request request) {
        String rest = path.substring("/fhir".length()).replaceFirst("^/", "");
        if (rest.isEmpty()) {
            return Reply.of(200, store.transaction(request.bundle()));
        }
        if (rest.equals("metadata")) {
            return Reply.of(200, metadata);
        }
        if (rest.equals("Patient/_search")) {
            return Reply.of(200, store.patients(parameter(request.body(), "identifier")));
        }
        return Reply.of(200, store.read(rest));
    }

    private static String parameter(String form, String name) {
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equals(name)) {
                return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            }
        }
        throw new StandInStore.Fault(Reply.html(400));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.getResponseHeaders().add("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
