package se.omsorgsbron.bridge.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import se.omsorgsbron.bridge.access.AccessTokens;
import se.omsorgsbron.bridge.config.BridgeConfiguration.OAuth2;
import se.omsorgsbron.bridge.config.Secret;

/** What opens a system, as the configuration has it. */
final class BearerTokens {
    private BearerTokens() {}

    /** Gives the token for a request, asked for anew at each; empty where the configuration has none. */
    static Optional<Supplier<String>> of(String token, Path tokenFile, OAuth2 oauth2, Duration timeout) {
        if (oauth2 != null) {
            return Optional.of(new AccessTokens(
                    new AccessTokens.Settings(
                            oauth2.tokenUrl(),
                            oauth2.clientId(),
                            oauth2.scope(),
                            Optional.ofNullable(oauth2.keyFile()),
                            () -> Secret.of(oauth2.secret(), oauth2.secretFile()),
                            timeout),
                    Clock.systemUTC()));
        }
        return Secret.of(token, tokenFile)
                .map(first -> () -> Secret.of(token, tokenFile).orElse(first));
    }
}
