package se.omsorgsbron.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import picocli.CommandLine;

class DisclosureCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @EnabledIfSystemProperty(
            named = "omsorgsbron.thorough",
            matches = "true",
            disabledReason = "takes long: runs with OMSORGSBRON_THOROUGH=true, as in .ci/run")
    @Test
    void bothSidesDeliverTheSameAndOnlyTheBridgeAuditsIt() throws Exception {
        // So few say nothing about the time: whether it is good or not, it was measured.
        assertThat(run("disclosure", "--runs", "2", "--people", "3", "--json"))
                .as(err.toString())
                .isIn(0, 1);

        JsonNode report = new JsonMapper().readTree(out.toString());
        // Each of three people, twice, in the warm-up and in two runs; and staff and unit with the first of all.
        assertThat(report.at("/bridge/deliveries").asLong()).isGreaterThanOrEqualTo(3 * 2 * 3);
        assertThat(report.at("/comparator/audited").asLong()).isZero();
        assertThat(report.at("/bridge/audited").asLong())
                .isEqualTo(report.at("/bridge/deliveries").asLong());
        assertThat(report.path("compared")).hasSize(2).allSatisfy(compared -> {
            assertThat(compared.at("/comparator/runs")).hasSize(2);
            assertThat(compared.at("/bridge/runs")).hasSize(2);
            assertThat(compared.at("/comparator/deliveries").asInt()).isEqualTo(2 * 3);
            assertThat(compared.at("/bridge/deliveries").asInt()).isEqualTo(2 * 3);
            assertThat(compared.at("/bridge/deliveriesPerSecond").asDouble()).isPositive();
            assertThat(compared.at("/bridge/p99Millis").asDouble())
                    .isGreaterThanOrEqualTo(compared.at("/bridge/p50Millis").asDouble());
        });
        assertThat(report.at("/machine/cores").asInt()).isPositive();
    }

    @Test
    void figuresThatMeasureNothingAreUnusable() {
        assertThat(run("disclosure", "--runs", "0")).isEqualTo(2);
        assertThat(run("disclosure", "--people", "100000")).isEqualTo(2);
        assertThat(err.toString()).contains("Write 1 or more of each");
    }

    @Test
    void whatIsOverTheLimitIsNotGood() {
        Measured fast = new Measured(3, 100, 10, 20, 5);
        Measured slow = new Measured(3, 100 / 1.11, 10, 20, 5);

        assertThat(new Compared("", List.of(fast), List.of(slow)).moreTime()).isBetween(10.9, 11.1);
        assertThat(new Compared("", List.of(slow), List.of(fast)).moreTime()).isBetween(-10.0, -9.8);
    }
}
