package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A risk that the night patrol notes, and who has come to know it. */
class RiskCases {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningBridge bridge = RunningBridge.get();
    private final String coordinator = bridge.token("coordinator-0127");

    @Test
    void theCoordinatorSeesWhoHasReceivedARiskAndNotWhatItSays() throws JsonProcessingException {
        String text = "Lös matta i hallen.";
        HttpResponse<String> sent =
                bridge.send("POST", "/night-patrol/v1/notes", bridge.token("night-patrol-0127"), """
                {"id": "risk-1", "person": "%s", "kind": "risk", "occurred": "2026-11-25T02:14:00+01:00",
                 "author": {"name": "Eva Öberg"}, "text": "%s"}
                """.formatted(
                                RunningBridge.AT_NIGHT, text));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(rungs()).isEqualTo(Map.of("case-system", "accepted")));

        HttpResponse<String> all = bridge.send("GET", "/api/risks", coordinator, "");
        assertThat(all.body()).doesNotContain("matta", RunningBridge.AT_NIGHT, RunningBridge.BOTKYRKAS);
        JsonNode risk = JSON.readTree(all.body()).get(0);
        assertThat(risk.path("from").asText()).isEqualTo("night-patrol");
        assertThat(risk.at("/recipients/0/received").asText()).isNotBlank();
        assertThat(bridge.send("GET", "/api/risks", bridge.token("coordinator-0182"), "")
                        .body())
                .doesNotContain(risk.path("person").asText());
        assertThat(bridge.ledger.jdbc.queryForList(
                        "select event from audit_event where event like '%risks%coordinator-0127%'"
                                + " or event like '%coordinator-0127%risks%'",
                        String.class))
                .isNotEmpty();
    }

    @Test
    void aPersonIsNamedInTheBodyAndNobodyElseAsks() {
        assertThat(search(coordinator, "{\"person\":\"client:999999\"}").statusCode())
                .isEqualTo(422);
        assertThat(search(coordinator, "{\"person\":\"client:127001\",\"more\":1}")
                        .statusCode())
                .isEqualTo(422);
        for (String client : List.of("night-patrol-0127", "primary-care-0127", "auditor-0127")) {
            assertThat(bridge.send("GET", "/api/risks", bridge.token(client), "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(search(bridge.token(client), "{}").statusCode()).isEqualTo(403);
        }
    }

    private Map<String, String> rungs() throws JsonProcessingException {
        HttpResponse<String> answer = search(coordinator, "{\"person\":\"number:" + RunningBridge.AT_NIGHT + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, String> rungs = new HashMap<>();
        JSON.readTree(answer.body())
                .forEach(risk -> risk.path("recipients")
                        .forEach(one -> rungs.put(
                                one.path("recipient").asText(), one.path("rung").asText())));
        return rungs;
    }

    private HttpResponse<String> search(String token, String body) {
        return bridge.send("POST", "/api/risks/search", token, body);
    }
}
