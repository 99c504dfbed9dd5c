package se.omsorgsbron.bridge.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import se.omsorgsbron.fhir.validation.ProfileValidator;

/** Ready once the validator is warm: its first call costs seconds. The warm-up runs beside the start. */
public final class ValidatorHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ValidatorHealth.class);

    private volatile Health health =
            Health.outOfService().withDetail("validator", "warming up").build();

    public ValidatorHealth(ProfileValidator validator) {
        Thread warming = new Thread(
                () -> {
                    validator.warmUp();
                    health = Health.up().build();
                },
                "validator-warm-up");
        warming.setDaemon(true);
        warming.setUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("The validator cannot be used, so nothing can be delivered: {}", failure.toString());
            health = Health.down().withDetail("validator", "cannot be used").build();
        });
        warming.start();
    }

    @Override
    public Health health() {
        return health;
    }
}
