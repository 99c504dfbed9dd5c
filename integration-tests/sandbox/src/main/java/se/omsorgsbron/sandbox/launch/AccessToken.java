package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks for an access token as one of the town's clients does: by a statement that is signed with its key. */
public final class AccessToken {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long SECONDS_VALID = 240;

    private AccessToken() {}

    /**
     * A fresh token, with everything that the client may do.
     *
     * @param issuer address of the authorization server
     * @param key the client's pair
     * @throws IllegalStateException if there is none to be had; the message tells why
     */
    public static String ask(String issuer, ClientRegister.Registered client, ECKey key) throws InterruptedException {
        URI endpoint = URI.create(issuer + "/oauth2/token");
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        client.scope(),
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        statement(client.id(), key, endpoint))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            JsonNode body = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            if (!body.path("access_token").isTextual()) {
                throw new IllegalStateException("The authorization server gave no token to " + client.id()
                        + ": it answered status " + answer.statusCode() + ".");
            }
            return body.path("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("The town's authorization server does not answer: has the town ended?", e);
        }
    }

    private static String statement(String client, ECKey key, URI endpoint) {
        SignedJWT statement = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(endpoint.toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(SECONDS_VALID)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            statement.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key of " + client + " cannot sign.", e);
        }
        return statement.serialize();
    }
}
