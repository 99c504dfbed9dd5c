package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A note that the night patrol writes, all the way into Lifecare's journal. */
class NightPatrolIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NOTES = "/night-patrol/v1/notes";

    private final SharedTown town = SharedTown.get();
    private final Web patrol = new Web(
                    URI.create(town.process.note().path("bridge").asText()))
            .showing(town.process.token("night-patrol-0127"));

    @AfterEach
    void wellAgain() {
        town.lifecareControl.delete("/_sandbox/faults");
    }

    @Test
    void aNoteStandsInTheJournalWithinSecondsAndTheReceiptSaysAccepted() {
        JsonNode answer = patrol.post(NOTES, note("it-1", "Åt lite kvällsmat 🌙, sov sedan gott."));

        String receipt = "/night-patrol/v1/receipts/" + answer.path("receipt").asText();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(patrol.get(receipt).path("rung").asText()).isEqualTo("accepted"));
        assertThat(standing("Åt lite kvällsmat 🌙, sov sedan gott.")).isEqualTo(1);
        assertThat(patrol.post(NOTES, note("it-1", "Åt lite kvällsmat 🌙, sov sedan gott."))
                        .path("receipt"))
                .isEqualTo(answer.path("receipt"));
    }

    @Test
    void whatLifecareDidNotAnswerIsListedForAPersonAndNeverSentTwice() {
        town.lifecareControl.put(
                "/_sandbox/faults",
                List.of(Map.of("resource", "provider_notes", "kind", "drop-connection", "count", 1)));

        String receipt = "/night-patrol/v1/receipts/"
                + patrol.post(NOTES, note("it-2", "Ringde på larmet klockan tre."))
                        .path("receipt")
                        .asText();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                patrol.get(receipt).at("/systems/0/held/reason").asText())
                        .isEqualTo("uncertain"));
        assertThat(standing("Ringde på larmet klockan tre.")).isEqualTo(1);
        String held = Stream.of(town.process.bridge("held", "list").text().split("\n"))
                .filter(line -> line.contains("uncertain"))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow();
        assertThat(town.process
                        .bridge("held", "discard", held, "--reason", "Den står i journalen.")
                        .exitCode())
                .isZero();
        assertThat(patrol.get(receipt).path("rung").asText()).isEqualTo("accepted");
        assertThat(standing("Ringde på larmet klockan tre.")).isEqualTo(1);
    }

    @Test
    void thePatrolReadsWhomToCallAndNoNameOfAProtectedPerson() {
        JsonNode contacts = null;
        String person = null;
        String next = "";
        boolean more = true;
        java.util.Map<String, JsonNode> state = new java.util.HashMap<>();
        while (more) {
            JsonNode page = patrol.get("/night-patrol/v1/changes?count=50" + next);
            page.path("changes").forEach(change -> state.put(change.path("key").asText(), change.path("content")));
            next = "&after=" + page.path("next").asText();
            more = page.path("more").asBoolean();
        }
        String number = town.editor.record("clients", "110002").path("PersonId").asText();
        for (Map.Entry<String, JsonNode> entry : state.entrySet()) {
            if (entry.getValue().path("number").asText().equals(number)) {
                person = entry.getKey();
                contacts = state.get(person.replace("person/", "contacts/"));
            }
        }
        assertThat(person).isNotNull();
        assertThat(contacts).isNotNull();
        JsonNode staff = state.get(contacts.at("/contacts/0/staff").asText());
        assertThat(staff.path("name").asText()).isNotBlank();
        assertThat(staff.path("telephones")).isNotEmpty();
        assertThat(state.values())
                .filteredOn(content -> content.path("protected").asBoolean())
                .isNotEmpty()
                .allSatisfy(content -> assertThat(content.path("name").asText()).isEqualTo("Skyddad uppgift"));
    }

    private long standing(String text) {
        return StreamSupport.stream(
                        town.lifecareControl.get("/_sandbox/journal").spliterator(), false)
                .filter(note -> note.at("/request/text").asText().contains(text))
                .count();
    }

    private Map<String, Object> note(String id, String text) {
        return Map.of(
                "id",
                id,
                "person",
                town.editor.record("clients", "110002").path("PersonId").asText(),
                "kind",
                "daily",
                "occurred",
                "2026-11-25T02:14:00+01:00",
                "author",
                Map.of("name", "Eva Öberg", "title", "undersköterska"),
                "text",
                text);
    }
}
