package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.BOTKYRKA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecareStateTest {

    @TempDir
    private Path folder;

    private SmallTown town;
    private Instant started;

    @BeforeEach
    void start() throws IOException {
        town = SmallTown.in(folder);
        started = Instant.now();
    }

    @AfterEach
    void stop() throws IOException {
        town.close();
    }

    private String delta(String resource) {
        return "/api/v1/" + resource + "?gt=" + started + "&" + BOTKYRKA;
    }

    @Test
    void aRestartKeepsRecordsTimesRemovalsAndMadeChanges() throws IOException {
        town.send("POST", "/_sandbox/changes/next", "");
        town.send("POST", "/_sandbox/changes/next", "");
        Files.writeString(town.file("relatives"), "[]");
        await().atMost(Duration.ofSeconds(20)).until(() -> town.status("/api/v1/relatives?" + BOTKYRKA) == 404);
        String clients = town.get(delta("clients")).body();
        String relatives = town.get(delta("relatives")).body();
        town.close();

        Files.writeString(
                folder.resolve("town/executions.json"),
                Files.readString(folder.resolve("town/executions.json")).replace("Larm", "Trygghetslarm"));
        town = SmallTown.in(folder);

        assertThat(town.get(delta("clients")).body()).isEqualTo(clients).contains("Nyman");
        assertThat(town.get(delta("relatives")).body()).isEqualTo(relatives).contains("\"Deleted\":true");
        assertThat(town.ids(delta("provider_contact_personnels"))).containsExactly("150002");
        assertThat(town.json("/_sandbox/changes"))
                .extracting(node -> node.get("applied").asBoolean())
                .containsExactly(true, true, false, false);
        assertThat(town.ids(delta("executions")))
                .as("what was edited while Lifecare was down")
                .containsExactly("130002");
    }

    @Test
    void theAccessLogHasNeitherKeysNorIdentityNumbers() throws IOException {
        town.status("/api/v1/clients/189602029812?" + BOTKYRKA);
        town.status("/api/v1/clients?q=PersonId='189602029812'&" + BOTKYRKA);
        town.status("/api/v1/nothing/189602029812?" + BOTKYRKA);
        town.status("/_sandbox/changes");
        assertThat(Files.readAllLines(folder.resolve("access.log")))
                .hasSize(3)
                .allMatch(line -> line.matches("[0-9T:.-]+Z GET /WE.EC.Integration.Host[^ ?]* [0-9]{3}"))
                .noneMatch(line -> line.contains("189602029812") || line.contains("test-key"))
                .first()
                .asString()
                .contains("/api/v1/clients/{id} 200");
    }
}
