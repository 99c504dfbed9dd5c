package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A hamlet of a few people in another municipality: nothing knows the built-in ones. */
@EnabledIfSystemProperty(
        named = "omsorgsbron.thorough",
        matches = "true",
        disabledReason = "takes long: runs with OMSORGSBRON_THOROUGH=true, as in .ci/run")
@Execution(ExecutionMode.CONCURRENT)
class AnotherTownIT {
    private static final Path HAMLET = Path.of("src/test/resources/hamlet").toAbsolutePath();

    @Test
    void anotherTownAgreesAndTheSameAgainWritesNothing() throws IOException {
        Path folder = SharedTown.temporaryFolder();
        TownProcess process = new TownProcess(folder, HAMLET);
        Path json = folder.resolve("result.json");

        TownProcess.Output first = check(process, folder, json);
        assertThat(first.exitCode()).as(first.text()).isZero();
        JsonNode result = new JsonMapper().readTree(json.toFile());
        assertThat(result.path("people").asInt()).isEqualTo(3);
        assertThat(result.path("resources").path("CareTeam").asInt()).isEqualTo(2);
        assertThat(result.path("held").path("invalid-identity-number").asInt()).isEqualTo(1);
        assertThat(result.path("writes").asInt()).isPositive();
        assertThat(result.path("differences")).isEmpty();

        TownProcess.Output again = check(process, folder, json);
        assertThat(again.exitCode()).as(again.text()).isZero();
        assertThat(new JsonMapper().readTree(json.toFile()).path("writes").asInt())
                .isZero();
    }

    private static TownProcess.Output check(TownProcess process, Path folder, Path json) {
        return process.check(
                "--town", HAMLET.toString(), "--state", folder.resolve("state").toString(), "--json", json.toString());
    }
}
