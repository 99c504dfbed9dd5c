package se.omsorgsbron.scenarios;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The town that the scenarios share, because starting one costs half a minute. Its bridge is killed in the middle of the first
 * load and started again, so that every scenario stands on a bridge that has been through that.
 */
final class SharedTown {
    private static SharedTown town;

    final TownProcess process;
    final TownEditor editor;
    final Web fhir;
    final Web lifecareControl;
    final Web fhirControl;
    /** How many resources stood at the FHIR server when the bridge was killed. */
    final int resourcesAtTheKill;
    /** What the first check said. */
    final TownProcess.Output firstCheck;
    /** Versions and resources after the first load. */
    final int versionsAfterTheFirstLoad;

    final int resourcesAfterTheFirstLoad;

    private SharedTown() {
        Path folder = temporaryFolder();
        editor = TownEditor.builtIn(folder.resolve("people"));
        process = new TownProcess(folder, folder.resolve("people"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        process.start();
        fhir = new Web(process.fhir()).writingWith(() -> process.token("visitor"));
        fhirControl = Web.hostOf(process.fhir());
        lifecareControl = Web.hostOf(process.lifecare());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !fhir.all("CareTeam").isEmpty());
        process.killBridge();
        resourcesAtTheKill = fhir.everything().size();
        process.startBridge();
        firstCheck = process.check("--patience", "120");
        versionsAfterTheFirstLoad = fhir.versions();
        resourcesAfterTheFirstLoad = fhir.everything().size();
    }

    /** The town, started at the first call. */
    static synchronized SharedTown get() {
        if (town == null) {
            town = new SharedTown();
        }
        return town;
    }

    /** The person's team in Botkyrka or Nacka; people of the built-in town live in one of them. */
    JsonNode teamOf(String clientId) {
        String number = editor.record("clients", clientId).path("PersonId").asText();
        String patient =
                "Patient/" + fhir.identified("Patient", number).path("id").asText();
        return fhir.all("CareTeam").stream()
                .filter(team -> team.path("subject").path("reference").asText().equals(patient))
                .findFirst()
                .orElseThrow();
    }

    /** The version that the FHIR server gives a resource. */
    static int version(JsonNode resource) {
        return resource.path("meta").path("versionId").asInt();
    }

    static Path temporaryFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "towns").toAbsolutePath());
            return Files.createTempDirectory(target, "town");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
