package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each change is made in the town's folder; two poll intervals are two seconds, and a machine that builds is slow. */
class ChangesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SharedTown town = SharedTown.get();

    @Test
    void aFormerContactStandsAsEndedAndTheNewOneTakesTheRank() {
        String another = town.editor
                .record("provider_contact_personnels", "150005")
                .path("PersonnelPersonId")
                .asText();
        town.editor.set("provider_contact_personnels", "150001", Map.of("PersonnelPersonId", another));

        await().atMost(SOON)
                .until(() -> members(town.teamOf("110001"), m -> rank(m) == 1).count() == 2);

        JsonNode team = town.teamOf("110001");
        assertThat(members(team, m -> rank(m) == 1 && !m.path("period").has("end")))
                .hasSize(1);
        assertThat(members(team, m -> rank(m) == 1 && m.path("period").has("end")))
                .hasSize(1);
        assertThat(members(team, m -> rank(m) == 2)).hasSize(1);
    }

    @Test
    void aRevisedPlanIsANewVersionAndANewPlanReplacesTheFormer() {
        town.editor.set(
                "service_plans", "140003", Map.of("FollowUpComment", "", "FollowUpDate", "2027-03-01T00:00:00"));
        await().atMost(SOON).until(() -> SharedTown.version(plan("140003")) == 2);
        assertThat(plan("140003").path("status").asText()).isEqualTo("active");

        ObjectNode next = town.editor.record("service_plans", "140003").put("Id", 149003);
        town.editor.add("service_plans", next.put("EstablishedDate", "2026-11-20T00:00:00"));

        await().atMost(SOON).until(() -> plan("140003").path("status").asText().equals("revoked"));
        assertThat(plan("149003").path("status").asText()).isEqualTo("active");
        assertThat(plan("149003").path("replaces").path(0).path("reference").asText())
                .isEqualTo("CarePlan/" + plan("140003").path("id").asText());
    }

    @Test
    void aWithdrawnNoteIsEnteredInErrorWithoutItsText() {
        town.editor.set("documentations", "D-100005", Map.of("ErrorMarked", true));

        await().atMost(SOON)
                .until(() -> note("D-100005").path("status").asText().equals("entered-in-error"));
        assertThat(note("D-100005").has("payload")).isFalse();
    }

    @Test
    void theTeamOfADeletedPersonIsInactive() {
        JsonNode before = town.teamOf("110004");
        town.editor.remove("clients", "110004");

        await().atMost(SOON).until(() -> team(before).path("status").asText().equals("inactive"));
        assertThat(members(
                        team(before),
                        m -> !m.path("period").has("end") && !m.path("period").has("_end")))
                .isEmpty();
    }

    @Test
    void aSupplementIsWatchedLikeAnySource() {
        // 150005 is the only contact of its person; the coordinator says since when.
        String supplements = town.process.town().resolve("supplements.csv").toString();
        append(supplements, "0127;contact:150005;rank;2026-02-02;;first;\n");

        await().atMost(SOON)
                .until(() -> members(town.teamOf("110003"), m -> rank(m) == 1)
                        .anyMatch(m -> m.path("period").path("start").asText().equals("2026-02-02")));
    }

    private static void append(String file, String line) {
        try {
            java.nio.file.Files.writeString(java.nio.file.Path.of(file), line, java.nio.file.StandardOpenOption.APPEND);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode plan(String id) {
        return town.fhir.identified("CarePlan", "service_plans/" + id);
    }

    private JsonNode note(String id) {
        return town.fhir.identified("Communication", "documentations/" + id);
    }

    private JsonNode team(JsonNode team) {
        return town.fhir.get("/CareTeam/" + team.path("id").asText());
    }

    private static java.util.stream.Stream<JsonNode> members(JsonNode team, Predicate<JsonNode> which) {
        return StreamSupport.stream(team.path("participant").spliterator(), false)
                .filter(which);
    }

    private static int rank(JsonNode member) {
        for (JsonNode extension : member.path("extension")) {
            if (extension.path("url").asText().endsWith("/contact-rank")) {
                return extension.path("valuePositiveInt").asInt();
            }
        }
        return 0;
    }
}
