package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLoadIT {
    private final SharedTown town = SharedTown.get();

    @Test
    void everybodyAgreesAlthoughTheBridgeWasKilledInTheMiddleOfTheFirstLoad() {
        assertThat(town.resourcesAtTheKill).isPositive().isLessThan(town.resourcesAfterTheFirstLoad);
        assertThat(town.firstCheck.exitCode()).as(town.firstCheck.text()).isZero();
    }

    @Test
    void nothingWasWrittenTwice() {
        assertThat(town.versionsAfterTheFirstLoad).isEqualTo(town.resourcesAfterTheFirstLoad);
    }
}
