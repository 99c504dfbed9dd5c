package se.omsorgsbron.caremanagement.client;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and waits no longer than the timeout, the body of the answer included. Thread-safe. */
final class Http {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    /** Bytes; a journal of a thousand long entries is a tenth of it. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private final String system;
    private final Connection connection;
    private final HttpClient client;

    /** @param system how the system is called in messages */
    Http(String system, Connection connection) {
        this.system = system;
        this.connection = connection;
        // A redirect would carry the token and the text to wherever it points.
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connection.timeout())
                .build();
    }

    /**
     * Sends once.
     *
     * @param what is asked for, named in the failure
     * @param body JSON to post; a GET where there is none
     * @throws NoAnswer if there was no answer in time
     */
    HttpResponse<byte[]> send(String what, URI uri, Optional<JsonNode> body) throws NoAnswer {
        HttpRequest request = request(what, uri, body);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new LimitedBody(LONGEST_ANSWER));
        return await(what, answer);
    }

    // The causes are left out on purpose: their messages can quote the URL.
    @SuppressWarnings("UnusedException")
    private HttpResponse<byte[]> await(String what, CompletableFuture<HttpResponse<byte[]>> answer) throws NoAnswer {
        try {
            // The request's own timeout ends with the headers; a body that stalls must not hold the caller for ever.
            return answer.get(connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new NoAnswer(what + ": " + system + " did not answer within " + connection.timeout(), true);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            boolean connected = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
            throw new NoAnswer(what + ": " + kind(cause), connected);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer(what + ": interrupted while " + system + " was asked", true);
        }
    }

    private String kind(Throwable failure) {
        return failure instanceof HttpTimeoutException
                ? system + " did not answer within " + connection.timeout()
                : "no answer from " + system + " (" + failure.getClass().getSimpleName() + ")";
    }

    private HttpRequest request(String what, URI uri, Optional<JsonNode> body) throws NoAnswer {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json, application/problem+json")
                .header("X-Sent-By", connection.sentBy() + "; type=adAccount");
        if (connection.bearerToken().isPresent()) {
            request.header("Authorization", "Bearer " + token(what));
        }
        return body.map(json -> request.header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(json.toString())))
                .orElseGet(request::GET)
                .build();
    }

    // The cause is left out on purpose: whoever gives the token may quote it.
    @SuppressWarnings("UnusedException")
    private String token(String what) throws NoAnswer {
        try {
            return connection.bearerToken().orElseThrow().get();
        } catch (RuntimeException noToken) {
            throw new NoAnswer(what + ": there is no token for " + system, false);
        }
    }

    /** What the bytes are as JSON; empty where they are none. */
    static Optional<JsonNode> json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isMissingNode() ? Optional.empty() : Optional.of(json);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
