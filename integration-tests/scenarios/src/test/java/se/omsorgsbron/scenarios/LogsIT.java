package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No log of any process of the run has a number, a name or a key of anybody. */
class LogsIT {
    private static final int SHORTEST_NAME = 5;

    private final SharedTown town = SharedTown.get();

    @TempDir
    private Path folder;

    @Test
    void theSweepFindsWhatIsPlantedInEachLogAndNothingInTheLogsOfTheRun() throws IOException {
        Set<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThan(200);
        List<Path> logs = logs();
        assertThat(logs)
                .extracting(log -> log.getFileName().toString())
                .contains(
                        "bridge.log",
                        "bridge-restarted.log",
                        "lifecare.log",
                        "fhir-server.log",
                        "fhir-access.log",
                        "lifecare-access.log",
                        "sandbox.log");

        for (Path log : logs) {
            for (String secret : List.of(secrets.iterator().next(), number(), key())) {
                Path planted = Files.copy(log, folder.resolve(log.getFileName() + "-" + secret.hashCode()));
                Files.writeString(planted, Files.readString(planted) + "\nsomething about " + secret + " here\n");
                assertThat(found(planted, secrets))
                        .as("planted in %s", log.getFileName())
                        .contains(secret);
            }
        }

        for (Path log : logs) {
            assertThat(found(log, secrets)).as("in %s", log.getFileName()).isEmpty();
        }
    }

    private List<String> found(Path log, Set<String> secrets) throws IOException {
        String text = Files.readString(log);
        return secrets.stream().filter(text::contains).toList();
    }

    private List<Path> logs() throws IOException {
        Path state = town.process.state();
        List<Path> logs = new ArrayList<>();
        for (Path place : List.of(state.resolve("logs"), state.getParent())) {
            try (Stream<Path> files = Files.list(place)) {
                files.filter(file -> file.toString().endsWith(".log")).forEach(logs::add);
            }
        }
        return logs;
    }

    /** Numbers, surnames that no other word contains, and keys. */
    private Set<String> secrets() throws IOException {
        Set<String> secrets = new TreeSet<>();
        for (String resource : List.of("clients", "personnel", "relatives", "contacts")) {
            for (JsonNode record : town.editor.records(resource)) {
                secrets.add(record.path("PersonId").asText());
                String name = record.path("LastName").asText();
                if (name.length() >= SHORTEST_NAME) {
                    secrets.add(name);
                }
            }
        }
        secrets.remove("");
        secrets.add(key());
        return secrets;
    }

    private String number() {
        return town.editor.records("clients").get(0).path("PersonId").asText();
    }

    private String key() throws IOException {
        return Files.readString(town.process.state().resolve("secrets/lifecare-key-0127"))
                .strip();
    }
}
