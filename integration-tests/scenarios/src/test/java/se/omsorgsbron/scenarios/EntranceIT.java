package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bridge's own entrance, with tokens of the town's authorization server. */
class EntranceIT {
    private final SharedTown town = SharedTown.get();
    private final URI address = URI.create(town.process.note().path("bridge").asText());

    @Test
    void whoShowsNoTokenSeesThatTheBridgeLivesAndNothingMore() {
        Web stranger = new Web(address);

        assertThat(stranger.answer("GET", "/actuator/health/liveness", null).body())
                .isEqualTo("{\"status\":\"UP\"}");
        for (String path :
                List.of("/actuator/health", "/actuator/prometheus", "/api/held", "/fhir/metadata", "/nowhere")) {
            assertThat(stranger.answer("GET", path, null).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(as("monitoring").answer("GET", "/actuator/prometheus", null).body())
                .contains("omsorgsbron_delivery_items");
    }

    @Test
    void aRecipientReadsItsOwnMunicipalityAndNotTheOther() {
        String botkyrka = "/fhir/CareTeam/" + town.teamOf("110002").path("id").asText();

        assertThat(as("primary-care-0127").get(botkyrka).path("resourceType").asText())
                .isEqualTo("CareTeam");
        assertThat(as("primary-care-0182").answer("GET", botkyrka, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBlockThatACoordinatorRecordsOverHttpIsCarriedOutAtPrimaryCareAndTakenBack() {
        Web coordinator = as("coordinator-0127");
        String ground = "/api/grounds/" + UUID.randomUUID();
        JsonNode note = town.fhir.all("Communication").stream()
                .filter(EntranceIT::stands)
                // Somebody can be known in both municipalities; a block in one says nothing of the other.
                .filter(candidate -> candidate.path("identifier").toString().contains("/sid/0127/"))
                .filter(candidate ->
                        coordinator.answer("PUT", ground, block(candidate)).statusCode() == 201)
                .findFirst()
                .orElseThrow();
        String path = "/Communication/" + note.path("id").asText();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stands(town.fhir.get(path))).isFalse());
        assertThat(town.fhir.get(path).has("payload")).isFalse();

        assertThat(coordinator.answer("DELETE", ground, null).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(town.fhir.get(path).path("payload")).isEqualTo(note.path("payload")));
    }

    private Map<String, Object> block(JsonNode note) {
        JsonNode patient =
                town.fhir.get("/" + note.path("subject").path("reference").asText());
        return Map.of(
                "person",
                "number:" + patient.path("identifier").path(0).path("value").asText(),
                "kind",
                "block",
                "scope",
                Map.of("concepts", List.of("notes")),
                "recordedBy",
                "Samordnaren");
    }

    private static boolean stands(JsonNode note) {
        return !note.path("status").asText().equals("entered-in-error");
    }

    private Web as(String client) {
        return new Web(address).showing(town.process.token(client));
    }
}
