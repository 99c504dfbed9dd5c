package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import se.omsorgsbron.sandbox.town.Town.Change;

/**
 * What the sandbox does to Lifecare, beside the API of Lifecare itself:
 *
 * <ul>
 *   <li>{@code GET /_sandbox/changes} lists the scripted changes: {@code [{"name", "afterSeconds", "applied"}]};
 *   <li>{@code POST /_sandbox/changes/next} makes the next: {@code {"name", "left"}}, 404 if none is left, 409 if its
 *       record is not there;
 *   <li>{@code GET /_sandbox/journal} shows the journal, which the API does not: see {@link Journal#notes};
 *   <li>{@code PUT, GET, DELETE /_sandbox/faults}: see {@link Faults}.
 * </ul>
 *
 * @param script the scripted changes
 * @param registers what they change
 * @param journal the journal
 * @param faults the faults
 */
record SandboxApi(List<Change> script, Registers registers, Journal journal, Faults faults) {

    /** The path that everything here begins with. */
    static final String BASE = "/_sandbox/";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    Answer answer(String method, String path, byte[] body) {
        try {
            return Answer.json(path, 200, dispatch(method + " " + path.substring(BASE.length()), body));
        } catch (Refusal refusal) {
            return Answer.json(BASE, refusal.status(), Map.of("Message", refusal.getMessage()));
        }
    }

    private Object dispatch(String request, byte[] body) {
        return switch (request) {
            case "GET changes" -> script.stream().map(this::listed).toList();
            case "POST changes/next" -> next();
            case "GET journal" -> journal.notes();
            case "GET faults" -> faults.left();
            case "PUT faults" -> set(parse(body));
            case "DELETE faults" -> set(List.of());
            default -> throw new Refusal(404, "There is changes, changes/next, journal and faults");
        };
    }

    /** A scripted change as it is listed. */
    private record Listed(String name, double afterSeconds, boolean applied) {}

    private Listed listed(Change change) {
        return new Listed(change.name(), change.after().toMillis() / 1000.0, registers.isApplied(change));
    }

    /** A change that was made, and how many are left. */
    private record Made(String name, long left) {}

    private Made next() {
        Change change = registers.applyNext(script).orElseThrow(() -> new Refusal(404, "No change is left"));
        return new Made(
                change.name(),
                script.stream().filter(other -> !registers.isApplied(other)).count());
    }

    private List<Fault> set(List<Fault> wanted) {
        faults.set(wanted);
        return wanted;
    }

    private static List<Fault> parse(byte[] body) {
        try {
            return List.of(JSON.readValue(body, Fault[].class));
        } catch (ValueInstantiationException e) {
            throw new Refusal(400, "A fault needs a kind");
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "Write faults as [{\"resource\": \"clients\", \"kind\": \"status\", \"count\": 3}]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
