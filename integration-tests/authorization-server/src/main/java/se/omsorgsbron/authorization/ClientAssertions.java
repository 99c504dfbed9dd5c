package se.omsorgsbron.authorization;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What makes the statement by which a client shows who it is a good one (RFC 7523; SMART App Launch 2, Backend Services): signed
 * with a key of that client, by it and about it, for this token endpoint, not valid for long, and never seen before.
 *
 * <p>Spring's own check wants one algorithm a client, fetches the keys over HTTP and does not look for replays.
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.RS384);
    private static final Duration LONGEST_VALIDITY = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Clients clients;
    private final Issuer issuer;
    private final Clock clock;
    private final UsedOnce usedOnce;

    ClientAssertions(Clients clients, Issuer issuer, Clock clock) {
        this.clients = clients;
        this.issuer = issuer;
        this.clock = clock;
        this.usedOnce = new UsedOnce(clock);
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient registered) {
        Client client = clients.client(registered.getClientId()).orElseThrow();
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor(client.keys()));
        decoder.setJwtValidator(validator(client.id()));
        return decoder;
    }

    private static DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        // The claims are the validator's.
        processor.setJWTClaimsSetVerifier(null);
        return processor;
    }

    private OAuth2TokenValidator<Jwt> validator(String client) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtClaimValidator<>(JwtClaimNames.ISS, client::equals),
                new JwtClaimValidator<>(JwtClaimNames.SUB, client::equals),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(issuer.tokenEndpoint())),
                times,
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, this::endsSoon),
                usedOnce);
    }

    private boolean endsSoon(Instant end) {
        return end != null
                && !end.isAfter(clock.instant().plus(LONGEST_VALIDITY).plus(SKEW));
    }
}
