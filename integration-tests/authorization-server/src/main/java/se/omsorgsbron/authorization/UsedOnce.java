package se.omsorgsbron.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Lets a client's statement through once: whoever has overheard one cannot use it again. Thread-safe. */
final class UsedOnce implements OAuth2TokenValidator<Jwt> {
    /** Longer than any statement is valid, with every tolerance there is for clocks. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    UsedOnce(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt statement) {
        Instant now = clock.instant();
        seen.values().removeIf(until -> until.isBefore(now));
        if (statement.getId() == null) {
            return refused("jti is missing");
        }
        // Two clients may choose the same id.
        String id = statement.getSubject() + " " + statement.getId();
        return seen.putIfAbsent(id, now.plus(REMEMBERED)) == null
                ? OAuth2TokenValidatorResult.success()
                : refused("jti has been used before");
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null));
    }
}
