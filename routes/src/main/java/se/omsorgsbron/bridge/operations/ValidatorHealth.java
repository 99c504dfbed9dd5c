package se.omsorgsbron.bridge.operations;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/** Ready once the validator is warm: its first call costs seconds. The warm-up runs beside the start. */
public final class ValidatorHealth implements HealthIndicator {
    private volatile boolean warm;

    public ValidatorHealth(ProfileValidator validator) {
        Thread warming = new Thread(
                () -> {
                    validator.warmUp();
                    warm = true;
                },
                "validator-warm-up");
        warming.setDaemon(true);
        warming.start();
    }

    @Override
    public Health health() {
        return warm
                ? Health.up().build()
                : Health.outOfService().withDetail("validator", "warming up").build();
    }
}
