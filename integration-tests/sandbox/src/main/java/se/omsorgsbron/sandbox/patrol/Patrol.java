package se.omsorgsbron.sandbox.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One municipality's patrol: reads the changes as they come, confirms the risks that it has read, and sends what it is told to. */
final class Patrol implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Patrol.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final String municipality;
    private final BridgeClient bridge;
    private final Notebook notebook;

    Patrol(String municipality, BridgeClient bridge, Notebook notebook) {
        this.municipality = municipality;
        this.bridge = bridge;
        this.notebook = notebook;
    }

    Notebook notebook() {
        return notebook;
    }

    /** Reads until it is interrupted; a bridge that does not answer is asked again. */
    @Override
    public void run() {
        boolean silent = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                readOnce();
                if (silent) {
                    LOG.info("the patrol of {} reaches the bridge again", municipality);
                }
                silent = false;
            } catch (IOException | IllegalStateException unanswered) {
                if (!silent) {
                    LOG.warn("the patrol of {} does not reach the bridge: {}", municipality, unanswered.getClass());
                }
                silent = true;
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOnce() throws IOException, InterruptedException {
        String after = notebook.next();
        String from = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        BridgeClient.Answer answer = bridge.get("/changes?wait=20&count=200" + from);
        if (!answer.good()) {
            throw new IllegalStateException("the bridge answered " + answer.status());
        }
        notebook.take(answer.body());
        confirm(answer.body());
    }

    /** A risk is shown to whoever is on duty, and counts as seen. */
    private void confirm(JsonNode changes) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode seen = body.putArray("seen");
        for (JsonNode change : changes.path("changes")) {
            if (change.at("/content/kind").asText().equals("risk")) {
                seen.addObject()
                        .put("key", change.path("key").asText())
                        .put("version", change.path("version").asText());
            }
        }
        if (!seen.isEmpty()) {
            bridge.post("/seen", body);
        }
    }

    /**
     * Sends something and notes its receipt.
     *
     * @param path such as {@code notes}
     */
    BridgeClient.Answer send(String path, JsonNode body) throws IOException, InterruptedException {
        BridgeClient.Answer answer = bridge.post("/" + path, body);
        if (answer.good()) {
            notebook.sent(path, body, answer.body());
        }
        return answer;
    }
}
