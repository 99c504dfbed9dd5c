package se.omsorgsbron.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The profiles")
class ProfileInvariantsTest {

    static Stream<Path> passing() {
        return Stream.concat(
                Instances.examples().stream(),
                Instances.invariants().stream().filter(file -> file.toString().contains("-pass-")));
    }

    static Stream<Path> failing() {
        return Instances.invariants().stream().filter(file -> file.toString().contains("-fail-"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    @DisplayName("accept what is right")
    void acceptWhatIsRight(Path file) {
        assertThat(blocking(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failing")
    @DisplayName("refuse what breaks an invariant, for that reason and no other")
    void refuseForThatReasonAndNoOther(Path file) {
        assertThat(blocking(file))
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(issue.id()).isEqualTo(key(file)));
    }

    @Test
    @DisplayName("have a passing and a failing instance for every invariant, which says itself in two languages")
    void haveInstancesForEveryInvariant() {
        var invariants = ProfileArtefacts.invariants(ProfileArtefacts.load(Validators.FHIR));

        assertThat(keys(failing())).containsAll(invariants.keySet());
        assertThat(keys(Instances.invariants().stream()
                        .filter(file -> file.toString().contains("-pass-"))))
                .containsAll(invariants.keySet());
        assertThat(invariants.values()).allSatisfy(words -> assertThat(words).contains(". / "));
    }

    private static Set<String> keys(Stream<Path> files) {
        return files.map(ProfileInvariantsTest::key).collect(Collectors.toSet());
    }

    private static String key(Path file) {
        return file.getFileName().toString().replaceAll("-(pass|fail)-.*", "");
    }

    private static List<ValidationIssue> blocking(Path file) {
        return Validators.OURS.validate(Instances.text(file)).stream()
                .filter(ValidationIssue::blocks)
                .toList();
    }
}
