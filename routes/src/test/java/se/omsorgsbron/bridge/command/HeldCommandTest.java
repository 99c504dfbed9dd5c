package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

class HeldCommandTest {
    private static final String ORIGINAL = "{\"Id\":7,\"EstablishedDate\":\"2026-13-01\"}";

    @TempDir
    private Path folder;

    private Commands commands;
    private TestLedger ledger;

    @BeforeEach
    void onePlanIsHeld() throws IOException {
        commands = new Commands(folder);
        ledger = commands.ledger;
        Problem problem = new Problem(Reason.NOT_A_DATE, "EstablishedDate", "10 characters that are no date", "a date");
        ledger.store(new Observations(
                List.of(new Observation.Unreadable(
                        TestFacts.source("service_plans", "7"), Optional.empty(), ORIGINAL, List.of(problem))),
                new Coverage.Changes(TestFacts.WATERMARK)));
    }

    @Test
    void theListNamesWhatWhyAndWhoAndNotTheOriginal() {
        assertThat(held("list")).isZero();

        assertThat(commands.out())
                .contains("lifecare/service_plans/7", "not-a-date", "provider")
                .doesNotContain("2026-13-01");
    }

    @Test
    void thePageOfAnItemHasItsOriginalAndTheProblemInWords() {
        assertThat(held("show", id())).isZero();

        assertThat(commands.out()).contains(ORIGINAL, "The date cannot be read", "Datumet går inte att läsa");
    }

    @Test
    void aRetryIsRecordedWithWhoAskedForIt() {
        assertThat(held("retry", id())).isZero();

        assertThat(ledger.held.history(Long.parseLong(id())))
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("retry by " + Operator.user()));
    }

    @Test
    void aDiscardNeedsAReasonAndIsRecordedWithIt() {
        String id = id();
        assertThat(held("discard", id)).isEqualTo(BridgeCommand.UNUSABLE);

        assertThat(held("discard", "--reason", "a test record", id)).isZero();

        assertThat(ledger.held.list()).isEmpty();
        assertThat(ledger.held.history(Long.parseLong(id)))
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("discard by " + Operator.user() + ": a test record"));
    }

    @Test
    void anItemThatIsNotHeldIsASentence() {
        assertThat(held("retry", "999999")).isEqualTo(BridgeCommand.WRONG);

        assertThat(commands.err()).contains("No item 999999 is held");
    }

    @Test
    void whoHasNoRoleIsToldWhatToHaveWritten() throws IOException {
        Files.writeString(
                commands.config,
                Files.readString(commands.config).replace("\"" + Operator.user() + "\"", "somebody-else"));

        assertThat(held("show", id())).isEqualTo(BridgeCommand.UNUSABLE);

        assertThat(commands.err()).contains("needs the role operations or coordinator", "omsorgsbron.operators.");
        assertThat(commands.out()).doesNotContain("2026-13-01");
    }

    @Test
    void aLedgerThatDoesNotAnswerIsASentence() throws IOException {
        Files.writeString(
                commands.config,
                Files.readString(commands.config).replace(ledger.url, "jdbc:postgresql://127.0.0.1:1/none"));

        assertThat(held("list")).isEqualTo(BridgeCommand.UNUSABLE);

        assertThat(commands.err()).startsWith("The ledger does not answer").doesNotContain("Exception");
    }

    private String id() {
        return String.valueOf(ledger.held.list().get(0).id());
    }

    private int held(String... arguments) {
        return commands.run(
                Stream.concat(Stream.of("held"), Stream.of(arguments)).toArray(String[]::new));
    }
}
