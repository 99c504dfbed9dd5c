package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ground that ends, and an identity that becomes protected, after everything has been delivered. */
class GroundsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SharedTown town = SharedTown.get();

    @Test
    void whatIsBlockedIsWithdrawnAndTheAuditSaysSo() throws IOException {
        JsonNode team = town.teamOf("110017");
        List<JsonNode> before = about(team);
        assertThat(before).extracting(GroundsIT::type).contains("CareTeam", "CarePlan", "Communication");

        Files.writeString(
                town.process.town().resolve("supplements.csv"),
                "0127;client:110017;block;2026-11-01;;;Samordnare Lena Sund\n",
                StandardOpenOption.APPEND);

        await().atMost(SOON).untilAsserted(() -> assertThat(about(team)).allMatch(GroundsIT::isOver));
        for (JsonNode resource : about(team)) {
            assertThat(resource.has("payload")).isFalse();
            assertThat(resource.has("activity")).isFalse();
            assertThat(resource.has("participant")).isFalse();
            assertThat(resource.path("name").isArray()).isFalse();
        }
        assertThat(town.process
                        .bridge("disclosure", "explain", "--person", "client:110017", "--recipient", "primary-care")
                        .text())
                .contains("has blocked it (spärr)")
                .doesNotContain(") leaves:");
        TownProcess.Output looked = town.process.bridge("audit", "who-looked", "--person", "client:110017");
        assertThat(looked.exitCode()).isZero();
        assertThat(looked.text())
                .contains("sent to primary-care", "CareTeam/" + team.path("id").asText())
                .contains("plans: svod recorded in supplements/rows/client:110017/consent/")
                .contains("withdrawn or ended");
        assertThat(town.process.bridge("audit", "verify").text()).contains("the audit is whole");
    }

    @Test
    void ofAPersonWhoBecomesProtectedNothingIsLeftThatLeadsToThem() {
        JsonNode team = town.teamOf("210025");
        assertThat(about(team)).extracting(GroundsIT::type).contains("CareTeam", "CarePlan");

        town.editor.set("clients", "210025", Map.of("ProtectedRegistration", true));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(about(team))
                        .filteredOn(resource -> !type(resource).equals("CareTeam"))
                        .allMatch(GroundsIT::isOver));
        JsonNode now = town.fhir.get("/CareTeam/" + team.path("id").asText());
        assertThat(now.path("meta").path("security").toString()).contains("skyddadFolkbokforing");
        assertThat(now.has("managingOrganization")).isFalse();
        assertThat(now.toString()).doesNotContain("RelatedPerson/");
    }

    /** What stands at primary care about the team's person, the Patient aside, which is primary care's own. */
    private List<JsonNode> about(JsonNode team) {
        String patient = team.path("subject").path("reference").asText();
        return town.fhir.everything().stream()
                .filter(resource -> !type(resource).equals("Patient"))
                .filter(resource -> resource.path("subject")
                                .path("reference")
                                .asText()
                                .equals(patient)
                        || resource.path("patient").path("reference").asText().equals(patient))
                .toList();
    }

    private static String type(JsonNode resource) {
        return resource.path("resourceType").asText();
    }

    private static boolean isOver(JsonNode resource) {
        return switch (type(resource)) {
            case "CareTeam" -> resource.path("status").asText().equals("inactive");
            case "RelatedPerson" -> !resource.path("active").asBoolean(true);
            default -> resource.path("status").asText().equals("entered-in-error");
        };
    }
}
