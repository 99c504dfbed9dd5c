package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/** What the bridge answers over HTTP to those who may ask. */
class ApiCases {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONSENT = """
            {"person": "client:127001", "kind": "consent", "from": "2026-11-20", "until": "2027-11-20",
             "scope": {"recipients": ["primary-care"], "concepts": ["relatives"]}, "recordedBy": "Handläggare ett"}
            """;

    private final RunningBridge bridge = RunningBridge.get();
    private final String coordinator = bridge.token("coordinator-0127");

    @Test
    void whetherTheBridgeLivesIsOpenAndSaysNoMore() {
        HttpResponse<String> live = bridge.send("GET", "/actuator/health/liveness", "", "");

        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(bridge.send("GET", "/actuator/health", "", "").statusCode()).isEqualTo(401);
        assertThat(bridge.send("GET", "/actuator/prometheus", bridge.token("monitoring"), "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aHeldItemIsListedShownTriedAgainAndDiscarded() throws JsonProcessingException {
        String operations = bridge.token("operations-0182");
        JsonNode list = json(bridge.send("GET", "/api/held", operations, ""));
        String item = "/api/held/" + list.get(0).path("id").asLong();

        assertThat(json(bridge.send("GET", item, operations, ""))
                        .path("original")
                        .asText())
                .contains(RunningBridge.NACKAS);
        assertThat(bridge.send("POST", item + "/retry", operations, "").statusCode())
                .isEqualTo(200);
        assertThat(bridge.send("POST", item + "/discard", operations, "{}").statusCode())
                .isEqualTo(422);
        assertThat(json(bridge.send("POST", item + "/discard", operations, "{\"reason\":\"a test\"}"))
                        .path("state")
                        .asText())
                .isEqualTo("discarded");
        assertThat(bridge.ledger.jdbc.queryForList(
                        "select event from audit_event where event like '%operations-0182%' order by seq",
                        String.class))
                .hasSizeGreaterThanOrEqualTo(3)
                .last()
                .asString()
                .contains("discard", "a test");
    }

    @Test
    void aGroundIsRecordedOnceReadAndTakenBack() throws JsonProcessingException {
        String path = "/api/grounds/" + UUID.randomUUID();

        assertThat(bridge.send("PUT", path, coordinator, CONSENT).statusCode()).isEqualTo(201);
        assertThat(bridge.send("PUT", path, coordinator, CONSENT).statusCode()).isEqualTo(200);
        JsonNode kept = json(bridge.send("GET", path, coordinator, ""));
        assertThat(kept.path("person").asText())
                .isEqualTo(bridge.person(RunningBridge.BOTKYRKA).toString());
        assertThat(kept.path("scope").path("concepts").get(0).asText()).isEqualTo("relatives");
        assertThat(bridge.send("POST", "/api/grounds/search", coordinator, "{\"person\":\"client:127001\"}")
                        .body())
                .contains(kept.path("id").asText());
        assertThat(bridge.send("DELETE", path, coordinator, "").statusCode()).isEqualTo(204);
        assertThat(bridge.send("GET", path, coordinator, "").statusCode()).isEqualTo(404);
        assertThat(bridge.send("PUT", path, coordinator, CONSENT).statusCode()).isEqualTo(409);
    }

    @Test
    void aBlockIsCarriedOutAtTheRecipientAtOnceAndSoIsItsEnd() {
        String path = "/api/grounds/" + UUID.randomUUID();
        String block = """
                {"person": "client:127001", "kind": "block", "scope": {"concepts": ["notes"]}, "recordedBy": "Samordnaren"}
                """;

        assertThat(bridge.send("PUT", path, coordinator, block).statusCode()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(note().getStatus().toCode()).isEqualTo("entered-in-error"));

        assertThat(bridge.send("DELETE", path, coordinator, "").statusCode()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(note().getStatus().toCode()).isNotEqualTo("entered-in-error"));
    }

    private Communication note() {
        FhirStandIn primaryCare = bridge.primaryCare.get(RunningBridge.BOTKYRKA);
        return primaryCare.store.keys().stream()
                .filter(key -> key.startsWith("Communication/"))
                .flatMap(key -> primaryCare.store.get(key).stream())
                .map(Communication.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongWithAGroundIsToldFieldByFieldAndNotRepeated() throws JsonProcessingException {
        HttpResponse<String> answer = bridge.send("PUT", "/api/grounds/" + UUID.randomUUID(), coordinator, """
                {"person": "client:999999", "kind": "samtycke-hemligt", "from": "i går", "scope": {"concepts": ["allt"]},
                 "hemligt": 1}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("problems").findValuesAsText("field"))
                .contains("person", "kind", "from", "scope.concepts", "recordedBy", "");
        assertThat(answer.body()).doesNotContain("hemligt", "999999", "i går");
    }

    @Test
    void anExplanationSaysWhatLeavesAndWhy() throws JsonProcessingException {
        JsonNode parts = json(bridge.send(
                "POST",
                "/api/disclosure/explain",
                coordinator,
                "{\"person\":\"client:127001\",\"recipient\":\"primary-care\"}"));

        assertThat(parts.findValuesAsText("why")).anyMatch(why -> why.contains("lag 2022:913"));
    }

    @Test
    void theAuditIsReadPageByPageAndALookAtItIsAudited() throws JsonProcessingException {
        String auditor = bridge.token("auditor-0127");
        JsonNode first = json(bridge.send("GET", "/api/audit?count=1", auditor, ""));
        JsonNode second = json(bridge.send(
                "GET", "/api/audit?count=1&after=" + first.path("next").asLong(), auditor, ""));

        assertThat(first.path("events").get(0).path("resourceType").asText()).isEqualTo("AuditEvent");
        assertThat(second.path("next").asLong())
                .isGreaterThan(first.path("next").asLong());
        assertThat(bridge.send("POST", "/api/audit/who-looked", auditor, "{\"person\":\"client:127001\"}")
                        .body())
                .contains("CarePlan/");
        assertThat(bridge.ledger.jdbc.queryForObject(
                        "select count(*) from audit_event where event like '%who-looked%'", Long.class))
                .isPositive();
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
