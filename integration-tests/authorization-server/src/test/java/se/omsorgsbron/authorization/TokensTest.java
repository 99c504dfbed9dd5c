package se.omsorgsbron.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.authorization.RunningServer.AUDIENCE;
import static se.omsorgsbron.authorization.RunningServer.form;
import static se.omsorgsbron.authorization.RunningServer.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.authorization.RunningServer.Answer;

/** Tokens asked for over HTTP, as the systems of the town do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = new RunningServer(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aClientWithItsKeyGetsATokenForItsAudienceAndFiveMinutes() throws Exception {
        Answer answer = server.ask(coordinator(), "held.read grounds.write");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("token_type").asText()).isEqualTo("Bearer");
        SignedJWT token = SignedJWT.parse(answer.body().path("access_token").asText());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(server.issuer.address()).startsWith("http://127.0.0.1:");
        assertThat(claims.getSubject()).isEqualTo("coordinator");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("coordinator");
        assertThat(claims.getAudience()).containsExactly(AUDIENCE);
        assertThat(claims.getStringClaim("scope").split(" ")).containsExactlyInAnyOrder("held.read", "grounds.write");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));

        JWKSet published = JWKSet.parse(server.get("/oauth2/jwks").body().toString());
        JWK signer = published.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(signer.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(signer.toRSAKey()))).isTrue();
    }

    @Test
    void everyKindOfKeyThatSmartNamesIsTakenAndFewerScopesMayBeAskedFor() throws Exception {
        Answer fewer = server.ask(server.good("auditor", server.p384), "audit.read");
        assertThat(fewer.body().path("scope").asText()).isEqualTo("audit.read");
        Answer rsa = server.ask(server.good("bridge", server.rsa), "system/*.cruds");
        assertThat(rsa.status()).isEqualTo(200);
    }

    @Test
    void theClientMayBeNamedInTheRequestTooButNotAnotherOne() throws Exception {
        Map<String, String> form = form(coordinator(), "held.read");
        form.put("client_id", "coordinator");
        assertThat(server.post(form, "").status()).isEqualTo(200);

        Map<String, String> another = form(coordinator(), "audit.read");
        another.put("client_id", "auditor");
        refused(server.post(another, ""));
    }

    @Test
    void anotherKeyIsRefusedAlsoUnderTheRightKeysName() throws Exception {
        refused(server.ask(coordinator().by(key(Curve.P_256)), "held.read"));
        refused(server.ask(
                coordinator()
                        .by(new ECKeyGenerator(Curve.P_256)
                                .keyID(server.p256.getKeyID())
                                .generate()),
                "held.read"));
        refused(server.ask(server.good("coordinator", server.p384), "held.read"));
        for (String nonsense : List.of("", "a.b.c", coordinator().unsigned())) {
            Map<String, String> form = form(coordinator(), "held.read");
            form.put("client_assertion", nonsense);
            assertThat(server.post(form, "").status()).isIn(400, 401);
        }
    }

    @Test
    void aStatementForAnotherEndpointIsRefused() throws Exception {
        refused(server.ask(coordinator().forAudience("https://elsewhere.example/oauth2/token"), "held.read"));
    }

    @Test
    void aStatementIsTakenOnce() throws Exception {
        Statement statement = coordinator();

        assertThat(server.ask(statement, "held.read").status()).isEqualTo(200);
        refused(server.ask(statement, "held.read"));
        refused(server.ask(statement.until(Instant.now().plusSeconds(120)), "held.read"));
        refused(server.ask(statement.withId(null), "held.read"));
    }

    @Test
    void aStatementThatIsOverOrNeverEndsIsRefused() throws Exception {
        refused(server.ask(coordinator().until(Instant.now().minusSeconds(120)), "held.read"));
        refused(server.ask(coordinator().until(Instant.now().plusSeconds(3600)), "held.read"));
        refused(server.ask(coordinator().until(null), "held.read"));
    }

    @Test
    void aScopeThatIsNotRegisteredIsRefused() throws Exception {
        Answer answer = server.ask(coordinator(), "held.read audit.read");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).isEqualTo("invalid_scope");
    }

    @Test
    void aClientThatNobodyKnowsIsRefused() throws Exception {
        refused(server.ask(server.good("stranger", server.p256), "held.read"));
    }

    @Test
    void aSecretIsRefusedWhateverItIs() throws Exception {
        Map<String, String> form = new TreeMap<>(Map.of("grant_type", "client_credentials"));
        for (String secret : List.of("", "secret", "coordinator")) {
            String pair = "coordinator:" + secret;
            String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            assertThat(server.post(form, "Basic " + basic).status()).isIn(400, 401);
        }
        form.put("client_id", "coordinator");
        assertThat(server.post(form, "").status()).isIn(400, 401);
        form.put("client_secret", "secret");
        refused(server.post(form, ""));
    }

    @Test
    void thereIsNoOtherWayToATokenAndNothingElseIsServed() throws Exception {
        Map<String, String> form = form(coordinator(), "held.read");
        form.putAll(Map.of("grant_type", "refresh_token", "refresh_token", "any"));
        assertThat(server.post(form, "").status()).isIn(400, 401);
        for (String path : List.of(
                "/",
                "/login",
                "/oauth2/authorize?response_type=code&client_id=coordinator",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/userinfo",
                "/connect/register",
                "/.well-known/openid-configuration")) {
            assertThat(server.get(path).status()).as(path).isIn(401, 403, 404);
        }
    }

    @Test
    void itSaysOfItselfWhatIsTrue() throws Exception {
        for (String document : List.of("oauth-authorization-server", "smart-configuration")) {
            JsonNode body = server.get("/.well-known/" + document).body();
            assertThat(body.path("issuer").asText()).isEqualTo(server.issuer.address());
            assertThat(body.path("token_endpoint").asText()).isEqualTo(server.issuer.tokenEndpoint());
            assertThat(body.toString())
                    .contains("\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]")
                    .contains("[\"ES256\",\"ES384\",\"RS256\",\"RS384\"]")
                    .contains("\"grant_types_supported\":[\"client_credentials\"]")
                    .contains("system/*.cruds", "grounds.write");
        }
    }

    private Statement coordinator() {
        return server.good("coordinator", server.p256);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer.body().has("access_token")).isFalse();
    }
}
