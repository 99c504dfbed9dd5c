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
        return jar("routes", "omsorgsbron");
    }

    Path fhirServer() {
        return jar("integration-tests/fhir-server", "fhir-server");
    }

    Path authorizationServer() {
        return jar("integration-tests/authorization-server", "authorization-server");
    }

    Path sandbox() {
        return jar("integration-tests/sandbox", "sandbox");
    }

    /** The JVM's options for a program, with the archive of its classes that the build makes; it may be missing. */
    static List<String> options(Path jar) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-XX:SharedArchiveFile=" + jar.toString().replaceFirst("jar$", "jsa"));
    }

    /**
     * The folder of runs that are not to be kept, and of the note on the running town: {@code .sandbox}, or what the system
     * property {@code omsorgsbron.runs} names.
     */
    Path runs() {
        return Path.of(System.getProperty(
                "omsorgsbron.runs", folder.resolve(".sandbox").toString()));
    }

    private Path jar(String module, String name) {
        String path = module + "/target/program/" + name + ".jar";
        Path jar = folder.resolve(path);
        if (!Files.isReadable(jar)) {
            throw new IllegalStateException(
                    path + " is not built: './omsorgsbron sandbox' builds it, or 'mvn package -DskipTests'.");
        }
        return jar;
    }
}
