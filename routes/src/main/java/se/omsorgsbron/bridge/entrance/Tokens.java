package se.omsorgsbron.bridge.entrance;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import se.omsorgsbron.bridge.config.EntranceConfiguration;

/** Checks access tokens: JWTs signed with one of the authorization server's keys (RFC 9068), for this bridge and for now. */
final class Tokens {
    private static final int TIMEOUT_MS = 5_000;
    private static final int LARGEST_KEY_SET = 256 * 1024;
    private static final Duration SKEW = Duration.ofSeconds(30);
    /** Asymmetric ones only: who can check a token must not be able to make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.PS256);

    private Tokens() {}

    static JwtDecoder decoder(EntranceConfiguration entrance) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(entrance)));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new com.nimbusds.jose.JOSEObjectType("at+jwt"), com.nimbusds.jose.JOSEObjectType.JWT, null));
        // The claims are checked below, all in one place.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtClaimValidator<>("exp", expiry -> expiry != null),
                new JwtIssuerValidator(entrance.issuer().toString()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(entrance.audience()))));
        return decoder;
    }

    /** A key that is not known is looked for anew, but not more often than twice in half a minute, whoever asks. */
    private static JWKSource<SecurityContext> keys(EntranceConfiguration entrance) {
        try {
            return JWKSourceBuilder.create(
                            entrance.jwksUrl().toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, LARGEST_KEY_SET))
                    .cache(Duration.ofMinutes(5).toMillis(), TIMEOUT_MS * 3L)
                    .rateLimited(Duration.ofSeconds(30).toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the address of the authorization server's keys is none");
        }
    }
}
