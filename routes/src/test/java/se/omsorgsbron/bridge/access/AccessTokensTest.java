package se.omsorgsbron.bridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a token endpoint over real HTTP. */
class AccessTokensTest {
    private final List<Map<String, String>> asked = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @TempDir
    private Path folder;

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void aTokenEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            Map<String, String> form = new HashMap<>();
            form.put("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
            for (String field :
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
                String[] parts = field.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            asked.add(form);
            String body = answer.isEmpty()
                    ? "{\"access_token\": \"token-" + asked.size() + "\", \"expires_in\": 120}"
                    : answer;
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI tokenUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    private AccessTokens tokens(Optional<Path> keyFile, Optional<String> secret) {
        return new AccessTokens(
                new AccessTokens.Settings(
                        tokenUrl(),
                        "omsorgsbron",
                        "system/CareTeam.cruds",
                        keyFile,
                        () -> secret,
                        Duration.ofSeconds(5)),
                clock);
    }

    private Path keyFile(String json) throws IOException {
        return Files.writeString(folder.resolve("key.json"), json);
    }

    @Test
    void withAKeyTheClientSignsWhoItIs() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();

        assertThat(tokens(Optional.of(keyFile(key.toJSONString())), Optional.empty())
                        .get())
                .isEqualTo("token-1");

        Map<String, String> form = asked.get(0);
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("scope", "system/CareTeam.cruds")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(form.get("Authorization")).isNull();
        SignedJWT statement = SignedJWT.parse(form.get("client_assertion"));
        assertThat(statement.verify(new RSASSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(statement.getHeader().getAlgorithm().getName()).isEqualTo("RS384");
        assertThat(statement.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(statement.getJWTClaimsSet().getIssuer()).isEqualTo("omsorgsbron");
        assertThat(statement.getJWTClaimsSet().getSubject()).isEqualTo("omsorgsbron");
        assertThat(statement.getJWTClaimsSet().getAudience())
                .containsExactly(tokenUrl().toString());
        assertThat(statement.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBetween(clock.instant(), clock.instant().plusSeconds(300));
        assertThat(statement.getJWTClaimsSet().getJWTID()).isNotBlank();
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItExpires() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_384).generate();
        AccessTokens tokens = tokens(Optional.of(keyFile(key.toJSONString())), Optional.empty());

        assertThat(tokens.get()).isEqualTo("token-1");
        clock.now = clock.now.plusSeconds(99);
        assertThat(tokens.get()).isEqualTo("token-1");
        clock.now = clock.now.plusSeconds(2);
        assertThat(tokens.get()).isEqualTo("token-2");
    }

    @Test
    void aTokenThatWasRefusedIsUsedNoLonger() {
        AccessTokens tokens = tokens(Optional.empty(), Optional.of("made-up"));
        String first = tokens.get();

        tokens.refused("of somebody else");
        assertThat(tokens.get()).isEqualTo(first);
        tokens.refused(first);
        assertThat(tokens.get()).isEqualTo("token-2");
        tokens.refused(first);
        assertThat(tokens.get()).as("one that was in the air").isEqualTo("token-2");
    }

    @Test
    void aKeyIsRotatedByPuttingAnotherInTheFile() throws Exception {
        ECKey former = new ECKeyGenerator(Curve.P_384).keyID("former").generate();
        ECKey next = new ECKeyGenerator(Curve.P_384).keyID("next").generate();
        AccessTokens tokens = tokens(Optional.of(keyFile(former.toJSONString())), Optional.empty());
        tokens.get();

        keyFile(new JWKSet(List.of(next, former)).toString(false));
        clock.now = clock.now.plusSeconds(200);
        tokens.get();

        SignedJWT statement = SignedJWT.parse(asked.get(1).get("client_assertion"));
        assertThat(statement.getHeader().getKeyID()).isEqualTo("next");
        assertThat(statement.verify(new ECDSAVerifier(next.toECPublicKey()))).isTrue();
    }

    @Test
    void withASecretTheClientShowsThat() {
        tokens(Optional.empty(), Optional.of("s3cr:t")).get();

        assertThat(asked.get(0).get("Authorization")).isEqualTo("Basic b21zb3Jnc2Jyb246czNjciUzQXQ=");
        assertThat(asked.get(0)).doesNotContainKey("client_assertion");
    }

    @Test
    void whatGoesWrongIsSaidWithoutSecretsOrAddresses() {
        AccessTokens tokens = tokens(Optional.empty(), Optional.of("very-secret"));
        status = 401;
        answer = "{\"error\": \"invalid_client\", \"error_description\": \"very-secret is wrong\"}";
        assertThatThrownBy(tokens::get)
                .isInstanceOf(AccessDenied.class)
                .hasMessage("the authorization server answered status 401")
                .hasNoCause();
        status = 200;
        assertThatThrownBy(tokens::get).hasMessage("the authorization server gave no access token");
        answer = "<html>";
        assertThatThrownBy(tokens::get)
                .hasMessageStartingWith("the authorization server did not answer")
                .hasNoCause();
        assertThatThrownBy(() -> tokens(Optional.of(folder.resolve("none")), Optional.empty())
                        .get())
                .hasMessage("the key file cannot be used");
    }

    @Test
    void aFileThatIsNoPrivateKeyIsToldBeforeTheStart() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();

        assertThat(ClientAssertion.problem(keyFile(key.toJSONString()))).isEmpty();
        assertThat(ClientAssertion.problem(keyFile(key.toPublicJWK().toJSONString())))
                .isPresent();
        assertThat(ClientAssertion.problem(keyFile("-----BEGIN PRIVATE KEY-----")))
                .isPresent();
        assertThat(ClientAssertion.problem(folder.resolve("none"))).isPresent();
    }
}
