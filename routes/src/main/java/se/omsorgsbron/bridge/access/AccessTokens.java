package se.omsorgsbron.bridge.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.omsorgsbron.api.recipient.RenewableToken;

/**
 * Access tokens by OAuth 2.0 client credentials (RFC 6749, section 4.4): with a key, as SMART Backend Services asks for, or with a
 * secret. A token is used until shortly before it expires, until somebody refuses it, and five minutes at most, so that a revoked
 * one is not used for long.
 * Thread-safe.
 */
public final class AccessTokens implements RenewableToken {
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final Duration LONGEST_USE = Duration.ofMinutes(5);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Settings settings;
    private final Clock clock;
    private final HttpClient http;
    private String token = "";
    private Instant until = Instant.MIN;

    /**
     * Where and as whom.
     *
     * @param tokenUrl the authorization server's token endpoint
     * @param clientId under which the bridge is registered there
     * @param scope asked for, such as {@code system/CareTeam.cruds}; empty to leave it to the server
     * @param keyFile a private JWK; empty where the client has a secret
     * @param secret gives the secret, asked for anew each time; used where there is no key
     * @param timeout for one request
     */
    public record Settings(
            URI tokenUrl,
            String clientId,
            String scope,
            Optional<Path> keyFile,
            Supplier<Optional<String>> secret,
            Duration timeout) {
        @Override
        public String toString() {
            return "access tokens for " + clientId;
        }
    }

    public AccessTokens(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    /**
     * A token that is valid now.
     *
     * @throws AccessDenied if there is none to be had
     */
    @Override
    public synchronized String get() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            JsonNode answer = ask(now);
            token = answer.path("access_token").asText();
            Duration valid =
                    Duration.ofSeconds(answer.path("expires_in").asLong(60)).minus(MARGIN);
            until = now.plus(valid.compareTo(LONGEST_USE) < 0 ? valid : LONGEST_USE);
        }
        return token;
    }

    @Override
    public synchronized void refused(String shown) {
        if (shown.equals(token)) {
            until = Instant.MIN;
        }
    }

    // The cause is left out on purpose: its message can quote the address or the server's words.
    @SuppressWarnings("UnusedException")
    private JsonNode ask(Instant now) {
        try {
            HttpResponse<InputStream> response = http.send(request(now), BodyHandlers.ofInputStream());
            byte[] body;
            try (InputStream in = response.body()) {
                body = in.readNBytes(LONGEST_ANSWER + 1);
            }
            if (response.statusCode() != 200) {
                throw new AccessDenied("the authorization server answered status " + response.statusCode());
            }
            if (body.length > LONGEST_ANSWER) {
                throw new AccessDenied("the authorization server's answer is too long to be a token");
            }
            JsonNode answer = JSON.readTree(body);
            if (!answer.path("access_token").isTextual()) {
                throw new AccessDenied("the authorization server gave no access token");
            }
            return answer;
        } catch (IOException noAnswer) {
            throw new AccessDenied("the authorization server did not answer ("
                    + noAnswer.getClass().getSimpleName() + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessDenied("interrupted while the authorization server was asked");
        }
    }

    private HttpRequest request(Instant now) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (!settings.scope().isEmpty()) {
            form.put("scope", settings.scope());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.tokenUrl())
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (settings.keyFile().isPresent()) {
            // RFC 7521, section 4.2: not needed beside an assertion, and some servers ask for it all the same.
            form.put("client_id", settings.clientId());
            form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put(
                    "client_assertion",
                    ClientAssertion.sign(settings.keyFile().get(), settings.clientId(), settings.tokenUrl(), now));
        } else {
            String secret = settings.secret().get().orElseThrow(() -> new AccessDenied("the client secret is missing"));
            String pair = encode(settings.clientId()) + ":" + encode(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return request.POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
