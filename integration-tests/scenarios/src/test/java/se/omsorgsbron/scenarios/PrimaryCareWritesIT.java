package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A note that primary care sends over FHIR, all the way into Lifecare's journal. */
class PrimaryCareWritesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SharedTown town = SharedTown.get();
    private final Web primaryCare = new Web(
                    URI.create(town.process.note().path("bridge").asText()))
            .showing(town.process.token("primary-care-0127"));

    @Test
    void aNoteStandsInTheJournalAsPrimaryCaresWords() {
        primaryCare.post("/fhir/Communication", note("Blodtrycket är bra 💚; fortsätt som förut."));
        primaryCare.post("/fhir/Communication", note("Blodtrycket är bra 💚; fortsätt som förut."));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(standing("Blodtrycket är bra"))
                                .containsExactly(
                                        "Från primärvården, Disa Lund, 2025-11-24 10:15:\nBlodtrycket är bra 💚; fortsätt som förut."));
    }

    private List<String> standing(String text) {
        return StreamSupport.stream(
                        town.lifecareControl.get("/_sandbox/journal").spliterator(), false)
                .map(note -> note.at("/request/text"))
                .map(JsonNode::asText)
                .filter(written -> written.contains(text))
                .toList();
    }

    private Map<String, Object> note(String text) {
        return Map.of(
                "resourceType", "Communication",
                "status", "completed",
                "identifier", List.of(Map.of("system", "https://journal.example.org/messages", "value", "it-1")),
                "category",
                        List.of(Map.of(
                                "coding",
                                List.of(Map.of(
                                        "system",
                                        "https://fhir.omsorgsbron.se/CodeSystem/note-kind",
                                        "code",
                                        "daily")))),
                "subject",
                        Map.of(
                                "identifier",
                                Map.of(
                                        "value",
                                        town.editor
                                                .record("clients", "110002")
                                                .path("PersonId")
                                                .asText())),
                "sent", "2025-11-24T10:15:00+01:00",
                "sender", Map.of("display", "Disa Lund"),
                "payload", List.of(Map.of("contentString", text)));
    }
}
