package se.omsorgsbron.lifecare.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.omsorgsbron.api.http.HttpSystem;
import se.omsorgsbron.api.http.Unanswered;
import se.omsorgsbron.api.json.StrictJson;
import se.omsorgsbron.api.source.SourceUnavailable;

/**
 * Reads from one municipality's Lifecare, and writes to its journal. Every URL carries the key and some carry identity numbers, so no
 * URL is ever logged. Thread-safe.
 */
public final class LifecareClient {
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
    private final HttpSystem http;

    public LifecareClient(Connection connection) {
        this.connection = connection;
        this.http = new HttpSystem("Lifecare", connection.timeout());
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
        HttpResponse<byte[]> response = ask(feed, path, parameters);
        Optional<Instant> time = time(response);
        return switch (response.statusCode()) {
            case OK -> parse(response.body(), time);
            case NO_CONTENT, NOT_FOUND -> new Answer.None(time);
            default -> throw new SourceUnavailable(feed + ": Lifecare answered with status " + response.statusCode());
        };
    }

    /** Sends something to be written, once: it is never repeated here, whatever happens. */
    public Reply post(String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(uri(path, Map.of()))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return reply(http.sendAlone(request));
        } catch (Unanswered unanswered) {
            return unanswered.mayHaveArrived()
                    ? new Reply.Unknown(unanswered.getMessage())
                    : new Reply.NotWritten(unanswered.getMessage());
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

    private HttpResponse<byte[]> ask(String feed, String path, Map<String, String> parameters)
            throws SourceUnavailable {
        try {
            return http.send(request(path, parameters));
        } catch (Unanswered unanswered) {
            throw new SourceUnavailable(feed + ": " + unanswered.getMessage());
        }
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
        return StrictJson.read(body)
                .<Answer>map(json -> new Answer.Json(json, time))
                .orElseGet(() -> new Answer.NotJson(new String(body, StandardCharsets.UTF_8), time));
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
