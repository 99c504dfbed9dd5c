package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a check's result as the JSON that {@code sandbox --check --json FILE} leaves. */
public final class CheckJson {
    private CheckJson() {}

    /**
     * What the check itself cannot know.
     *
     * @param writes writes that reached the recipient in this run
     * @param secondsToAgreement from the start to the first agreement
     * @param peakMemoryMb the bridge's highest memory, in MiB
     */
    public record Run(int writes, double secondsToAgreement, long peakMemoryMb) {}

    /** The JSON text. */
    public static String print(CheckResult result, Run run) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("people", result.people());
        json.put("facts", result.facts());
        json.set("resources", counts(result.resources()));
        json.set("profiles", counts(result.profiles()));
        json.set("held", counts(result.held()));
        ObjectNode patrols = json.putObject("patrols");
        result.patrols().forEach((code, kinds) -> patrols.set(code, counts(kinds)));
        ArrayNode differences = json.putArray("differences");
        result.differences()
                .forEach(difference -> differences
                        .addObject()
                        .put("municipality", difference.municipality())
                        .put("person", difference.person())
                        .put("resource", difference.resource())
                        .put("what", difference.what())
                        .put("expected", difference.expected())
                        .put("found", difference.found()));
        json.put("writes", run.writes());
        json.put("secondsToAgreement", run.secondsToAgreement());
        json.put("peakMemoryMb", run.peakMemoryMb());
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts can always be written", e);
        }
    }

    /**
     * Writes the JSON to {@code file}.
     *
     * @throws CheckFailed if it cannot be written
     */
    public static void write(Path file, CheckResult result, Run run) {
        try {
            Files.writeString(file, print(result, run), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CheckFailed("the result could not be written to " + file, e);
        }
    }

    private static ObjectNode counts(Map<String, Integer> counts) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        counts.forEach(node::put);
        return node;
    }
}
