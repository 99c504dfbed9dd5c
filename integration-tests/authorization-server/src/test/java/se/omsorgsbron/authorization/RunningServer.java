package se.omsorgsbron.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** The server with three clients, each with another kind of key, and what is asked of it over HTTP. */
final class RunningServer implements AutoCloseable {
    static final String AUDIENCE = "https://bridge.omsorgsbron.example";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final JWK p256 = key(Curve.P_256);
    final JWK p384 = key(Curve.P_384);
    final JWK rsa = rsa();
    final Issuer issuer;
    private final ConfigurableApplicationContext server;

    RunningServer(Path folder) throws IOException {
        Path clients = folder.resolve("clients.json");
        Files.writeString(
                clients,
                new ObjectMapper()
                        .writeValueAsString(List.of(
                                registration("coordinator", "held.read grounds.write", p256),
                                registration("auditor", "audit.read system/AuditEvent.rs", p384),
                                registration("bridge", "system/*.cruds", rsa))));
        server = AuthorizationServer.start(new Options(0, clients));
        issuer = server.getBean(Issuer.class);
    }

    private static Map<String, Object> registration(String id, String scope, JWK key) {
        return Map.of(
                "client_id", id,
                "scope", scope,
                "audience", AUDIENCE,
                "jwks", new JWKSet(key.toPublicJWK()).toJSONObject());
    }

    record Answer(int status, JsonNode body) {}

    /** A good statement of a client. */
    Statement good(String client, JWK key) {
        return Statement.of(client, key, issuer.tokenEndpoint());
    }

    Answer ask(Statement statement, String scope) throws IOException, InterruptedException {
        return post(form(statement, scope), "");
    }

    static Map<String, String> form(Statement statement, String scope) {
        return new TreeMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                scope,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                statement.signed()));
    }

    /** @param authorization the header, none if empty */
    Answer post(Map<String, String> form, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(issuer.address() + path)).build());
    }

    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(answer.statusCode(), new ObjectMapper().readTree(json ? answer.body() : "{}"));
    }

    static JWK key(Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK rsa() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
