package se.omsorgsbron.sandbox.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import se.omsorgsbron.sandbox.launch.AccessToken;
import se.omsorgsbron.sandbox.launch.ClientRegister;
import se.omsorgsbron.sandbox.launch.ClientRegister.Registered;

/** One patrol's way to the bridge, with a token that is asked for anew when it is refused. */
final class BridgeClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String issuer;
    private final ClientRegister register;
    private final Registered client;
    private String token = "";

    /**
     * A way for that client.
     *
     * @param bridge its address
     * @param client such as {@code night-patrol-0127}
     */
    BridgeClient(URI bridge, String issuer, ClientRegister register, String client) {
        this.base = bridge + "/night-patrol/v1";
        this.issuer = issuer;
        this.register = register;
        this.client = register.find(client)
                .orElseThrow(() -> new IllegalArgumentException("the town has no client " + client));
    }

    /** What the bridge answered. */
    record Answer(int status, JsonNode body) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.timeout(Duration.ofSeconds(60));
        HttpResponse<String> answer = with(token(false), request);
        if (answer.statusCode() == UNAUTHORIZED) {
            answer = with(token(true), request);
        }
        return new Answer(
                answer.statusCode(), answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body()));
    }

    private HttpResponse<String> with(String bearer, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.setHeader("Authorization", "Bearer " + bearer).build(), BodyHandlers.ofString());
    }

    private synchronized String token(boolean fresh) throws InterruptedException {
        if (fresh || token.isEmpty()) {
            token = AccessToken.ask(issuer, client, register.key(client.id()));
        }
        return token;
    }
}
