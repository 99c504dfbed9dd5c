package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TrainCommandTest {

    @Test
    void aTrainingStartsAndEndsWithoutALedgerOrAnyOtherSystem() {
        assertThat(new CommandLine(new BridgeCommand()).execute("train")).isZero();
    }
}
