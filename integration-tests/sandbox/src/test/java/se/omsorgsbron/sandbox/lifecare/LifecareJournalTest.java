package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.BOTKYRKA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecareJournalTest {
    private static final String NOTES = "/api/v2/provider_notes?" + BOTKYRKA;

    @TempDir
    private Path folder;

    @Test
    void theSameNoteTwiceIsTwoNotesAndBothOutliveARestart() throws IOException {
        try (SmallTown town = SmallTown.in(folder)) {
            HttpResponse<String> first = post(town, note(town));
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(SmallTown.parsed(first).path("id").asInt()).isEqualTo(1);
            assertThat(SmallTown.parsed(post(town, note(town))).path("id").asInt())
                    .isEqualTo(2);
        }
        try (SmallTown town = SmallTown.in(folder)) {
            JsonNode journal = town.json("/_sandbox/journal");
            assertThat(journal).hasSize(2);
            assertThat(journal.at("/0/municipality").asText()).isEqualTo("0127");
            assertThat(journal.at("/0/request")).isEqualTo(journal.at("/1/request"));
        }
    }

    @Test
    void whatTheContractDoesNotAllowIsRefused() throws IOException {
        try (SmallTown town = SmallTown.in(folder)) {
            for (String field :
                    new String[] {"text", "clientId", "providerUnitId", "headlineId", "createdPersonnelId"}) {
                ObjectNode without = note(town);
                without.remove(field);
                assertThat(post(town, without).body()).contains("The request is invalid: " + field);
            }
            assertThat(post(town, note(town).put("clientId", 1)).body()).contains("no such clientId");
            assertThat(post(town, note(town).put("occurrenceTimeUtc", "i natt")).statusCode())
                    .isEqualTo(400);
            assertThat(post(town, note(town).put("Text", "PascalCase")).statusCode())
                    .isEqualTo(400);
            assertThat(town.status(NOTES)).isEqualTo(405);
            assertThat(town.json("/_sandbox/journal")).isEmpty();
        }
    }

    @Test
    void aLostAnswerLeavesTheNoteThereAndAStatusDoesNot() throws IOException {
        try (SmallTown town = SmallTown.in(folder)) {
            town.send("PUT", "/_sandbox/faults", "{\"resource\": \"provider_notes\", \"kind\": \"status\"}");
            assertThat(post(town, note(town)).statusCode()).isEqualTo(503);
            assertThat(town.json("/_sandbox/journal")).isEmpty();

            town.send("PUT", "/_sandbox/faults", "{\"resource\": \"provider_notes\", \"kind\": \"html\"}");
            assertThat(post(town, note(town)).body()).contains("<html>");
            assertThat(town.json("/_sandbox/journal")).hasSize(1);
        }
    }

    private static HttpResponse<String> post(SmallTown town, JsonNode note) {
        return town.send("POST", NOTES, note.toString());
    }

    private static ObjectNode note(SmallTown town) {
        return new JsonMapper()
                .createObjectNode()
                .put("occurrenceTimeUtc", "2026-11-25T01:14:00Z")
                .put("text", "Sov gott.")
                .put("clientId", id(town, "/api/v1/clients?"))
                .put("providerUnitId", id(town, "/api/v1/provider_units?"))
                .put("headlineId", id(town, "/api/v1/provider_headlines?"))
                .put("createdPersonnelId", id(town, "/api/v2/personnel?"))
                .put("createdPersonnelTitle", "Nattpatrull");
    }

    private static int id(SmallTown town, String list) {
        return Integer.parseInt(town.ids(list + BOTKYRKA).get(0));
    }
}
