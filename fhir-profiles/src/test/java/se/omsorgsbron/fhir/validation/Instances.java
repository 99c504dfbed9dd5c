package se.omsorgsbron.fhir.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The instances that lie beside the sources. */
final class Instances {
    /** Surefire runs in the module's folder. */
    static final Path MODULE = Path.of("").toAbsolutePath();

    private Instances() {}

    static List<Path> examples() {
        return in("examples");
    }

    static List<Path> invariants() {
        return in("invariants");
    }

    static List<Path> all() {
        return Stream.concat(examples().stream(), invariants().stream()).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(MODULE.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
