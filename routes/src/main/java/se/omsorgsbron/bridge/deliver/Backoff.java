package se.omsorgsbron.bridge.deliver;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after a failure: doubled each time, between two bounds, and spread by a random half so that many do not come
 * back at the same moment.
 */
public record Backoff(Duration min, Duration max) {

    /** The wait after {@code attempts} failures in a row. */
    public Duration after(int attempts) {
        long doubled = min.toMillis() << Math.min(attempts, 20);
        long bounded = Math.min(Math.max(doubled, min.toMillis()), max.toMillis());
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }
}
