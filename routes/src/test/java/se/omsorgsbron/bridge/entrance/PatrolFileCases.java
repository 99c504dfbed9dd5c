package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** A patrol without an API, at the whole bridge: its files come in, and it finds what it may know. */
class PatrolFileCases {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningBridge bridge = RunningBridge.get();

    @Test
    void aNoteInAFileStandsInTheJournalAndIsTheSameNoteByTheApi() throws IOException {
        String file = "id,person,kind,occurred,authorName,text\r\nfile-1," + RunningBridge.AT_NIGHT
                + ",deviation,2026-11-25T02:14:00+01:00,Eva Öberg,\"Ur en fil, över natten.\"\r\n";
        Path half = Files.writeString(bridge.filesIn.resolve("night.tmp"), file);
        Files.move(half, bridge.filesIn.resolve("night.csv"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(bridge.journal.notes())
                        .filteredOn(note -> note.path("text").asText().contains("Ur en fil, över natten."))
                        .hasSize(1));
        await().atMost(SOON).until(() -> names(bridge.filesIn.resolve("done")).size() == 2);
        assertThat(Files.readString(bridge.filesIn
                        .resolve("done")
                        .resolve(names(bridge.filesIn.resolve("done")).get(1))))
                .contains("1 lines: 1 taken in");

        ObjectNode note = new JsonMapper().createObjectNode();
        note.put("id", "file-1")
                .put("person", RunningBridge.AT_NIGHT)
                .put("kind", "deviation")
                .put("occurred", "2026-11-25T02:14:00+01:00")
                .put("text", "Ur en fil, över natten.");
        note.putObject("author").put("name", "Eva Öberg");
        HttpResponse<String> again =
                bridge.send("POST", "/night-patrol/v1/notes", bridge.token("night-patrol-0182"), note.toString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        assertThat(bridge.ledger.jdbc.queryForObject(
                        "select count(*) from received where sender_id = 'file-1'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void itFindsWhomToCallAndWhatToLookOutForAndNothingOfAnotherMunicipality() {
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            assertThat(Files.readString(bridge.filesOut.resolve("contacts.csv")))
                    .contains("Berg" + RunningBridge.NACKAS)
                    .contains("permanent-contact")
                    .doesNotContain(RunningBridge.BOTKYRKAS);
            assertThat(Files.readString(bridge.filesOut.resolve("notes.csv")))
                    .contains("Risk för fall. " + RunningBridge.NACKAS)
                    .doesNotContain(RunningBridge.BOTKYRKAS);
        });
    }

    @Test
    void onlyAPatrolThatHasFilesHasTheirRoutes() {
        CamelContext camel = bridge.context.getBean(CamelContext.class);

        assertThat(camel.getRoute("0182.night-patrol.files.take-in")).isNotNull();
        assertThat(camel.getRoute("0182.night-patrol.files.hand-out")).isNotNull();
        assertThat(camel.getRoutes()).noneMatch(route -> route.getId().startsWith("0127.night-patrol"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
