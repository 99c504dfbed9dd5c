package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, at the running bridge. */
class TokenCases {
    private final RunningBridge bridge = RunningBridge.get();

    @Test
    void aGoodTokenComesIn() {
        assertThat(held(bridge.token("operations-0127"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-a-token", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJvcGVyYXRpb25zLTAxMjcifQ."})
    void whatIsNoTokenDoesNot(String token) {
        assertThat(held(token)).isEqualTo(401);
    }

    @Test
    void aTokenThatIsOverDoesNot() {
        assertThat(altered(claims ->
                        claims.expirationTime(java.util.Date.from(Instant.now().minusSeconds(60)))))
                .isEqualTo(401);
    }

    @Test
    void aTokenThatNeverEndsDoesNot() {
        assertThat(altered(claims -> claims.expirationTime(null))).isEqualTo(401);
    }

    @Test
    void aTokenForSomebodyElseDoesNot() {
        assertThat(altered(claims -> claims.audience("https://other.example"))).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherIssuerDoesNot() {
        assertThat(altered(claims -> claims.issuer("https://other.example"))).isEqualTo(401);
    }

    @Test
    void aTokenSignedWithAnotherKeyDoesNot() {
        assertThat(held(bridge.issuer.token("operations-0127", "held.read", TestIssuer.key("first"), claims -> claims)))
                .isEqualTo(401);
        assertThat(held(bridge.issuer.token("operations-0127", "held.read", TestIssuer.key("other"), claims -> claims)))
                .isIn(401, 503);
    }

    @Test
    void aClientThatTheBridgeDoesNotKnowDoesNot() {
        assertThat(held(bridge.token("operations-0999"))).isEqualTo(401);
    }

    @Test
    void aTokenWithoutTheScopeDoesNot() {
        assertThat(held(bridge.issuer.token("operations-0127", "grounds.read"))).isEqualTo(403);
    }

    @Test
    void aRoleThatDoesNotCoverTheScopeDoesNot() {
        assertThat(held(bridge.token("auditor-0127"))).isEqualTo(403);
    }

    private int altered(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return held(bridge.issuer.token("operations-0127", "held.read", bridge.issuer.ownKey(), claims));
    }

    private int held(String token) {
        return bridge.send("GET", "/api/held", token, "").statusCode();
    }
}
