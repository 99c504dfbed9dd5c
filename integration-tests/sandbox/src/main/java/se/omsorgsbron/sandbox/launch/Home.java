package se.omsorgsbron.sandbox.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the programs are.
 *
 * @param folder of the checkout, or of what was unpacked
 */
record Home(Path folder) {

    /** From the system property {@code omsorgsbron.home}, else the working directory. */
    static Home fromSystem() {
        return new Home(Path.of(System.getProperty("omsorgsbron.home", "")).toAbsolutePath());
    }

    Path bridge() {
        return jar("routes/target/bridge/omsorgsbron.jar");
    }

    /** The JVM's options for the bridge, with the archive of its classes that {@code ./omsorgsbron} makes; it may be missing. */
    List<String> bridgeOptions() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-XX:SharedArchiveFile=" + folder.resolve("routes/target/bridge/omsorgsbron.jsa"));
    }

    Path fhirServer() {
        return jar("integration-tests/fhir-server/target/fhir-server.jar");
    }

    Path authorizationServer() {
        return jar("integration-tests/authorization-server/target/authorization-server.jar");
    }

    Path sandbox() {
        return jar("integration-tests/sandbox/target/sandbox.jar");
    }

    /**
     * The folder of runs that are not to be kept, and of the note on the running town: {@code .sandbox}, or what the system
     * property {@code omsorgsbron.runs} names.
     */
    Path runs() {
        return Path.of(System.getProperty(
                "omsorgsbron.runs", folder.resolve(".sandbox").toString()));
    }

    private Path jar(String path) {
        Path jar = folder.resolve(path);
        if (!Files.isReadable(jar)) {
            throw new IllegalStateException(
                    path + " is not built: './omsorgsbron sandbox' builds it, or 'mvn package -DskipTests'.");
        }
        return jar;
    }
}
