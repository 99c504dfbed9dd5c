package se.omsorgsbron.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compiled artefacts")
class CompiledArtefactsTest {
    private static final Path ARTEFACTS = Instances.MODULE.resolve("src/main/resources/se/omsorgsbron/fhir/profiles");
    private static final String MEND = "Run fhir-profiles/compile-fsh, and commit what it writes. Not as compiled: %s";

    @Test
    @DisplayName("are made from the FSH that lies here")
    void areMadeFromTheFshThatLiesHere() throws IOException {
        Map<String, String> now;
        try (Stream<Path> files = Files.walk(Instances.MODULE.resolve("fsh"))) {
            now = sums(
                    Instances.MODULE,
                    files.filter(file -> file.toString().endsWith(".fsh")
                            || file.getFileName().toString().equals("sushi-config.yaml")));
        }

        assertThat(differing(now, listed("fsh.sha256")))
                .as(() -> MEND.formatted(differing(now, listed("fsh.sha256")).keySet()))
                .isEmpty();
    }

    @Test
    @DisplayName("are as the compiler wrote them")
    void areAsTheCompilerWroteThem() throws IOException {
        Map<String, String> now;
        try (Stream<Path> files = Files.list(ARTEFACTS)) {
            now = sums(ARTEFACTS, files.filter(file -> file.toString().endsWith(".json")));
        }

        assertThat(differing(now, listed("artefacts.sha256")))
                .as(() -> MEND.formatted(
                        differing(now, listed("artefacts.sha256")).keySet()))
                .isEmpty();
    }

    @Test
    @DisplayName("have an example and a canonical for every profile")
    void haveAnExampleForEveryProfile() {
        assertThat(Validators.OURS.profiles())
                .hasSize(10)
                .allSatisfy(
                        profile -> assertThat(ProfileArtefacts.example(profile)).contains("\"" + profile + "\""));
    }

    private static Map<String, String> listed(String list) {
        return Instances.text(ARTEFACTS.resolve(list))
                .lines()
                .map(line -> line.split("\\s+", 2))
                .collect(Collectors.toMap(part -> part[1], part -> part[0]));
    }

    private static Map<String, String> sums(Path root, Stream<Path> files) {
        return files.collect(Collectors.toMap(file -> root.relativize(file).toString(), CompiledArtefactsTest::sum));
    }

    /** Files whose sum is another, and those that only one side has. */
    private static Map<String, String> differing(Map<String, String> now, Map<String, String> then) {
        Map<String, String> differing = new TreeMap<>(then);
        now.forEach((file, sum) -> differing.merge(file, sum, (a, b) -> a.equals(b) ? null : b));
        return differing;
    }

    private static String sum(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
