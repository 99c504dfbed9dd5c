package se.omsorgsbron.sandbox.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.omsorgsbron.sandbox.launch.ClientRegister;
import se.omsorgsbron.sandbox.launch.StateFolder;
import se.omsorgsbron.sandbox.town.Night;
import se.omsorgsbron.sandbox.town.Town;

/** The process: a patrol for each municipality of the town, and a page for the sandbox that shows what they know. */
@Command(name = "patrol", mixinStandardHelpOptions = true)
public final class NightPatrols implements Runnable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BASE = "/_sandbox/patrol";

    private final Map<String, Patrol> patrols = new TreeMap<>();

    @Option(names = "--town", required = true, description = "the town folder")
    private Path town;

    @Option(names = "--state", required = true, description = "the folder of the run, with the clients' keys")
    private Path state;

    @Option(names = "--bridge", required = true, description = "the bridge's address")
    private URI bridge;

    @Option(names = "--issuer", required = true, description = "the authorization server's address")
    private String issuer;

    @Option(names = "--port", required = true, description = "where the page answers, on 127.0.0.1")
    private int port;

    /** Runs until it is ended. */
    public static void main(String[] args) {
        int code = new CommandLine(new NightPatrols()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public void run() {
        try {
            ClientRegister register = new ClientRegister(StateFolder.kept(state));
            Path notebooks = Files.createDirectories(state.resolve("patrol"));
            for (String code : Town.read(town).municipalities().keySet()) {
                Notebook notebook = new Notebook(notebooks.resolve(code + ".json"));
                BridgeClient client = new BridgeClient(bridge, issuer, register, "night-patrol-" + code);
                Patrol patrol = new Patrol(code, client, notebook);
                patrols.put(code, patrol);
                Thread reader = new Thread(patrol, "patrol-" + code);
                reader.start();
            }
            HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            page.setExecutor(Executors.newFixedThreadPool(2));
            page.createContext(BASE, this::answer);
            page.start();
        } catch (IOException e) {
            throw new IllegalStateException("the night patrols cannot start", e);
        }
    }

    /**
     * {@code GET …/<code>} shows what that patrol knows and what it has sent; {@code POST …/night/next} lets the next thing of
     * {@code town.yaml}'s night happen (404 when the night is over); {@code POST …/<code>/<path>} sends a body to the bridge.
     */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        try (exchange) {
            List<String> steps = List.of(path.split("/")).stream().skip(1).toList();
            if (exchange.getRequestMethod().equals("GET") && steps.size() == 1 && patrols.containsKey(steps.get(0))) {
                Notebook notebook = patrols.get(steps.get(0)).notebook();
                ObjectNode shown = JSON.createObjectNode();
                shown.set("entries", notebook.entries());
                shown.set("sent", notebook.sent());
                write(exchange, 200, shown);
            } else if (steps.equals(List.of("night", "next"))) {
                next(exchange);
            } else if (steps.size() == 2 && patrols.containsKey(steps.get(0))) {
                JsonNode body = JSON.readTree(exchange.getRequestBody());
                BridgeClient.Answer answer = patrols.get(steps.get(0)).send(steps.get(1), body);
                write(exchange, answer.status(), answer.body());
            } else {
                write(exchange, steps.isEmpty() ? 200 : 404, JSON.createObjectNode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void next(HttpExchange exchange) throws IOException, InterruptedException {
        for (Night.Event event : Night.read(town)) {
            Patrol patrol = patrols.get(event.municipality());
            boolean happened = false;
            for (JsonNode sent : patrol.notebook().sent()) {
                happened |= sent.at("/body/id").equals(event.body().path("id"));
            }
            if (!happened) {
                BridgeClient.Answer answer = patrol.send(event.send(), event.body());
                ObjectNode told = JSON.createObjectNode().put("name", event.name());
                write(exchange, answer.good() ? 200 : 502, told.put("status", answer.status()));
                return;
            }
        }
        write(exchange, 404, JSON.createObjectNode());
    }

    private static void write(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
