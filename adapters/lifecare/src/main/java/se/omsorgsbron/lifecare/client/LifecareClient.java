package se.omsorgsbron.lifecare.client;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import se.omsorgsbron.api.source.SourceUnavailable;

/**
 * Reads from one municipality's Lifecare, and writes to its journal. Every URL carries the key and some carry identity numbers, so no URL is ever logged,
 * and no exception of the HTTP client is passed on: it could quote one. Thread-safe.
 */
public final class LifecareClient {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
    /** Bytes; a page of a hundred long plans is a hundredth of it. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;
    /** Turned away at the door: wrong key for now, or too many requests. */
    private static final Set<Integer> NOT_NOW = Set.of(401, 403, 429);

    private final Connection connection;
    private final HttpClient http;

    public LifecareClient(Connection connection) {
        this.connection = connection;
        this.http = http();
    }

    private HttpClient http() {
        // A redirect would carry the key to wherever it points.
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connection.timeout())
                .build();
    }

    /**
     * Asks once.
     *
     * @param feed named in the failure
     * @param path under the base URI
     * @param parameters without domain and key
     * @throws SourceUnavailable if there was no answer in time, or one that is neither a success nor 404; the message names the
     *     feed and the kind of failure only
     */
    public Answer get(String feed, String path, Map<String, String> parameters) throws SourceUnavailable {
        HttpResponse<byte[]> response = send(feed, path, parameters);
        Optional<Instant> time = time(response);
        return switch (response.statusCode()) {
            case OK -> parse(response.body(), time);
            case NO_CONTENT, NOT_FOUND -> new Answer.None(time);
            default -> throw new SourceUnavailable(feed + ": Lifecare answered with status " + response.statusCode());
        };
    }

    /** Sends something to be written, once: it is never repeated here, whatever happens. */
    @SuppressWarnings("UnusedException")
    public Reply post(String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path, Map.of()))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        // A connection of its own: one that was kept may be closed at the other end, and then nobody knows what
        // arrived.
        CompletableFuture<HttpResponse<byte[]>> answer =
                http().sendAsync(request, head -> new LimitedBody(LONGEST_ANSWER));
        try {
            return reply(answer.get(connection.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Reply.Unknown("Lifecare did not answer within " + connection.timeout());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            boolean neverThere = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            return neverThere ? new Reply.NotWritten(kind(cause)) : new Reply.Unknown(kind(cause));
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Unknown("interrupted while Lifecare was written to");
        }
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == OK || status == CREATED) {
            return parse(response.body(), Optional.empty()) instanceof Answer.Json json
                    ? new Reply.Written(json.body())
                    : new Reply.Unknown("Lifecare's answer cannot be read");
        }
        if (NOT_NOW.contains(status)) {
            return new Reply.NotWritten("Lifecare answered with status " + status);
        }
        return status >= BAD_REQUEST && status < SERVER_ERROR && status != REQUEST_TIMEOUT
                ? new Reply.Refused(status)
                : new Reply.Unknown("Lifecare answered with status " + status);
    }

    // The causes are left out on purpose: their messages can quote the URL, and so the key.
    @SuppressWarnings("UnusedException")
    private HttpResponse<byte[]> send(String feed, String path, Map<String, String> parameters)
            throws SourceUnavailable {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request(path, parameters), head -> new LimitedBody(LONGEST_ANSWER));
        try {
            // The request's own timeout ends with the headers; a body that stalls must not hold the feed for ever.
            return answer.get(connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new SourceUnavailable(feed + ": Lifecare did not answer within " + connection.timeout());
        } catch (ExecutionException failed) {
            throw new SourceUnavailable(feed + ": " + kind(failed.getCause()));
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceUnavailable(feed + ": interrupted while Lifecare was asked");
        }
    }

    private String kind(Throwable failure) {
        return failure instanceof HttpTimeoutException
                ? "Lifecare did not answer within " + connection.timeout()
                : "no answer from Lifecare (" + failure.getClass().getSimpleName() + ")";
    }

    private HttpRequest request(String path, Map<String, String> parameters) {
        return HttpRequest.newBuilder(uri(path, parameters))
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private URI uri(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("domain", connection.domain());
        all.put("key", connection.key());
        String query = all.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(connection.baseUri() + path + "?" + query);
    }

    /** A text as it stands in a path or a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer parse(byte[] body, Optional<Instant> time) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isMissingNode() ? notJson(body, time) : new Answer.Json(json, time);
        } catch (IOException notJson) {
            return notJson(body, time);
        }
    }

    private static Answer notJson(byte[] body, Optional<Instant> time) {
        return new Answer.NotJson(new String(body, StandardCharsets.UTF_8), time);
    }

    private static Optional<Instant> time(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Date").flatMap(LifecareClient::moment);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
