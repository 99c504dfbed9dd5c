package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The published contract for night patrols and the running server, held against each other in both directions. */
class PatrolContractCases {
    private static final String BASE = "/night-patrol/v1";
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode contract = read();
    private final RunningBridge bridge = RunningBridge.get();
    private final String patrol = bridge.token("night-patrol-0127");

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("..", "docs", "night-patrol-api.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theServerHasWhatTheContractHasAndNothingMore() {
        Set<String> promised = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> promised.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        bridge.context
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith(BASE))
                                .forEach(pattern -> info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> there.add(method + " "
                                                + pattern.substring(BASE.length())
                                                        .replaceAll("\\{id:.*", "{receipt}"))))));

        assertThat(there).isEqualTo(promised);
    }

    @Test
    void everyExampleIsAsTheContractSays() {
        int examples = 0;
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                examples += examples(operation.path("requestBody"));
                for (JsonNode response : operation.path("responses")) {
                    examples += examples(resolve(response));
                }
            }
        }
        assertThat(examples).isGreaterThan(35);
    }

    private int examples(JsonNode body) {
        int examples = 0;
        for (JsonNode content : body.path("content")) {
            if (content.has("example")) {
                valid(content.path("schema"), content.path("example"));
                examples++;
            }
            for (JsonNode example : content.path("examples")) {
                valid(content.path("schema"), resolve(example).path("value"));
                examples++;
            }
        }
        return examples;
    }

    @Test
    void whatTheExamplesSendIsTakenAndWhatIsAnsweredIsAsTheContractSays() throws IOException {
        JsonNode notes = contract.at("/paths/~1notes/post");
        String receipt = "";
        for (JsonNode example : notes.at("/requestBody/content/application~1json/examples")) {
            ObjectNode note = (ObjectNode) example.path("value").deepCopy();
            note.put("person", RunningBridge.AT_NIGHT);
            HttpResponse<String> answer = answer("POST", "/notes", note.toString(), notes, 202);
            receipt = answer.headers().firstValue("Location").orElseThrow();
            note.put("text", "Other words.");
            answer("POST", "/notes", note.toString(), notes, 409);
        }
        JsonNode visits = contract.at("/paths/~1visits/post");
        for (JsonNode example : visits.at("/requestBody/content/application~1json/examples")) {
            ObjectNode visit = (ObjectNode) example.path("value").deepCopy();
            visit.put("person", RunningBridge.AT_NIGHT);
            answer("POST", "/visits", visit.toString(), visits, 202);
            visit.put("start", "2026-11-25T00:10:00+01:00");
            answer("POST", "/visits", visit.toString(), visits, 409);
        }
        answer("POST", "/visits", "{}", visits, 422);
        JsonNode batches = contract.at("/paths/~1batches/post");
        for (JsonNode example : batches.at("/requestBody/content/application~1json/examples")) {
            JsonNode batch = example.path("value").deepCopy();
            batch.path("entries")
                    .forEach(entry -> entry.forEach(sent -> {
                        if (sent.has("person")) {
                            ((ObjectNode) sent).put("person", RunningBridge.AT_NIGHT);
                        }
                    }));
            HttpResponse<String> results = answer("POST", "/batches", batch.toString(), batches, 207);
            assertThat(JSON.readTree(results.body()).path("results").findValuesAsText("status"))
                    .containsOnly("202");
        }
        answer("POST", "/batches", "{\"entries\":[{}, 1, {\"note\":{}}]}", batches, 207);
        answer("POST", "/batches", "{\"entries\":[]}", batches, 422);
        JsonNode withdrawals = contract.at("/paths/~1withdrawals/post");
        for (JsonNode example : withdrawals.at("/requestBody/content/application~1json/examples")) {
            answer("POST", "/withdrawals", example.path("value").toString(), withdrawals, 202);
        }
        JsonNode receipts = contract.at("/paths/~1receipts~1{receipt}/get");
        answer("GET", receipt.substring(BASE.length()), "", receipts, 200);
        answer("GET", "/receipts/0a0a0a0a-0000-4000-8000-000000000999", "", receipts, 404);
        answer("POST", "/notes", "{}", notes, 422);
        answer("POST", "/notes", "{", notes, 400);
        JsonNode changes = contract.at("/paths/~1changes/get");
        HttpResponse<String> page = answer("GET", "/changes?count=500", "", changes, 200);
        assertThat(JSON.readTree(page.body()).path("changes")).isNotEmpty();
        answer("GET", "/changes?after=x", "", changes, 422);
        JsonNode seen = contract.at("/paths/~1seen/post");
        for (JsonNode example : seen.at("/requestBody/content/application~1json/examples")) {
            answer("POST", "/seen", example.path("value").toString(), seen, 200);
        }
        assertThat(bridge.send("GET", BASE + "/changes", "", "").statusCode()).isEqualTo(401);
    }

    /** Sends, and holds the answer against the response that the contract has for its status. */
    private HttpResponse<String> answer(String method, String path, String body, JsonNode operation, int status)
            throws IOException {
        HttpResponse<String> answer = bridge.send(method, BASE + path, patrol, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode response = resolve(operation.path("responses").path(String.valueOf(status)));
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s %s answers %s with %s, which the contract does not have", method, path, status, type)
                .isFalse();
        valid(content.path("schema"), JSON.readTree(answer.body()));
        return answer;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void valid(JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", contract.path("components"));
        Set<ValidationMessage> wrong = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(value);
        assertThat(wrong).as(value.toString()).isEmpty();
    }
}
