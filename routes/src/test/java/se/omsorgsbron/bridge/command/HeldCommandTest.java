package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

class HeldCommandTest {
    private static final String ORIGINAL = "{\"Id\":7,\"EstablishedDate\":\"2026-13-01\"}";

    private final TestLedger ledger = new TestLedger();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void onePlanIsHeld() throws IOException {
        config = Files.writeString(
                folder.resolve("bridge.yaml"), """
                omsorgsbron:
                  ledger: {url: "%s", username: postgres, password: postgres}
                  audit: {anchors: "%s"}
                  municipalities:
                    "0127":
                      name: Botkyrka
                      disclosure: botkyrka
                      case-system: {type: lifecare, url: "http://localhost:1/x", domain: "0127", key: made-up}
                      recipients: {primary-care: {type: fhir-r4, url: "http://localhost:1/fhir"}}
                """.formatted(ledger.url, folder.resolve("anchors.log")));
        Problem problem = new Problem(Reason.NOT_A_DATE, "EstablishedDate", "10 characters that are no date", "a date");
        ledger.store(new Observations(
                List.of(new Observation.Unreadable(
                        TestFacts.source("service_plans", "7"), Optional.empty(), ORIGINAL, List.of(problem))),
                new Coverage.Changes(TestFacts.WATERMARK)));
    }

    @Test
    void theListNamesWhatWhyAndWhoAndNotTheOriginal() {
        assertThat(held("list")).isZero();

        assertThat(out.toString())
                .contains("lifecare/service_plans/7", "not-a-date", "provider")
                .doesNotContain("2026-13-01");
    }

    @Test
    void thePageOfAnItemHasItsOriginalAndTheProblemInWords() {
        assertThat(held("show", id())).isZero();

        assertThat(out.toString()).contains(ORIGINAL, "The date cannot be read", "Datumet går inte att läsa");
    }

    @Test
    void aRetryIsRecordedWithWhoAskedForIt() {
        assertThat(held("retry", "--by", "anna", id())).isZero();

        assertThat(ledger.held.history(Long.parseLong(id())))
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("retry by anna"));
    }

    @Test
    void aDiscardNeedsAReasonAndIsRecordedWithIt() {
        String id = id();
        assertThat(held("discard", id)).isEqualTo(BridgeCommand.UNUSABLE);

        assertThat(held("discard", "--by", "anna", "--reason", "a test record", id))
                .isZero();

        assertThat(ledger.held.list()).isEmpty();
        assertThat(ledger.held.history(Long.parseLong(id)))
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("discard by anna: a test record"));
    }

    @Test
    void anItemThatIsNotHeldIsASentence() {
        assertThat(held("retry", "999999")).isEqualTo(BridgeCommand.WRONG);

        assertThat(err.toString()).contains("No item 999999 is held");
    }

    private String id() {
        return String.valueOf(ledger.held.list().get(0).id());
    }

    private int held(String... arguments) {
        String[] all = Stream.of(Stream.of("held"), Stream.of(arguments), Stream.of("--config", config.toString()))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return new CommandLine(new BridgeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
