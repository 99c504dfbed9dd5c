package se.omsorgsbron.sandbox.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one run keeps its stores, logs and the bridge's configuration.
 *
 * @param path the folder
 * @param kept whether it stays when the run is over
 */
public record StateFolder(Path path, boolean kept) {

    public static StateFolder kept(Path path) throws IOException {
        Files.createDirectories(path);
        return new StateFolder(path, true);
    }

    static StateFolder temporary(Home home) throws IOException {
        Files.createDirectories(home.runs());
        return new StateFolder(Files.createTempDirectory(home.runs(), "run-"), false);
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path fhir() {
        return path.resolve("fhir");
    }

    Path lifecare() {
        return path.resolve("lifecare");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    /** The private key of each of the town's clients, a JWK. */
    Path clientKey(String client) {
        return secrets().resolve("clients").resolve(client + ".jwk");
    }

    /** The clients as they are registered, with their public keys. */
    Path clients() {
        return path.resolve("clients.json");
    }

    Path configuration() {
        return path.resolve("bridge.yaml");
    }

    Path fhirAccessLog() {
        return logs().resolve("fhir-access.log");
    }

    /** The built-in people, laid out where they can be edited; what lies there from a former run stays. */
    Path builtInTown() throws IOException {
        Path town = path.resolve("town");
        if (!Files.exists(town)) {
            BuiltInTown.copyTo(town);
        }
        return town;
    }

    /** Removes a folder that is not kept. */
    void clean() {
        if (kept || !Files.exists(path)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            Progress.say("The folder of the run could not be removed: " + path);
        }
    }
}
