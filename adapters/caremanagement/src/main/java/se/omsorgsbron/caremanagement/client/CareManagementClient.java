package se.omsorgsbron.caremanagement.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.omsorgsbron.api.json.StrictJson;

/**
 * Asks one namespace of a municipality's CareManagement. Errands and party ids stand in URLs, so no URL is ever logged, and of what
 * it answers to a bad request only names of fields are kept. Thread-safe.
 */
public final class CareManagementClient {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    /** Nothing is wrong with the request itself: who asks, or when. Nothing was done. */
    private static final Set<Integer> COME_AGAIN = Set.of(401, 403, 407, 408, 425, 429);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,60}");

    private final Connection connection;
    private final Http http;

    public CareManagementClient(Connection connection) {
        this.connection = connection;
        this.http = new Http("CareManagement", connection);
    }

    /**
     * Reads once.
     *
     * @param what is asked for, named in the failure
     * @param path under the namespace, already encoded
     * @throws NoAnswer if there was none in time, or one that decides nothing
     */
    public Answer get(String what, String path, Map<String, String> query) throws NoAnswer {
        String text = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        return answer(what, http.send(what, uri(path + text), Optional.empty()));
    }

    /**
     * Posts once. There is no idempotency: who posts again makes another.
     *
     * @throws NoAnswer if there was none in time, or one that decides nothing, such as 201 without a usable {@code Location}
     */
    public Answer post(String what, String path, JsonNode body) throws NoAnswer {
        return answer(what, http.send(what, uri(path), Optional.of(body)));
    }

    /** The path of an errand, or of a list in it. */
    public static String errand(String id, String... list) {
        return "/errands/" + encode(id) + (list.length == 0 ? "" : "/" + String.join("/", list));
    }

    private URI uri(String pathAndQuery) {
        return URI.create(connection.uri() + pathAndQuery);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer answer(String what, HttpResponse<byte[]> response) throws NoAnswer {
        int status = response.statusCode();
        if (status == OK) {
            return StrictJson.read(response.body())
                    .<Answer>map(Answer.Json::new)
                    .orElseGet(() -> new Answer.NotJson(new String(response.body(), StandardCharsets.UTF_8)));
        }
        if (status == CREATED) {
            return new Answer.Created(location(response)
                    .orElseThrow(() -> new NoAnswer(what + ": CareManagement did not say where it was stored", true)));
        }
        if (status == NO_CONTENT || status == NOT_FOUND) {
            return new Answer.None();
        }
        boolean clientsFault = status >= 400 && status < 500;
        if (clientsFault && !COME_AGAIN.contains(status)) {
            return new Answer.Refused(status, fields(response.body()));
        }
        throw new NoAnswer(what + ": CareManagement answered with status " + status, !clientsFault);
    }

    private static Optional<String> location(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Location")
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .filter(id -> ID.matcher(id).matches());
    }

    private static List<String> fields(byte[] body) {
        List<String> fields = new ArrayList<>();
        StrictJson.read(body)
                .ifPresent(json -> json.path("violations")
                        .forEach(violation -> fields.add(violation.path("field").asText())));
        return fields.stream()
                .filter(field -> FIELD.matcher(field).matches())
                .distinct()
                .toList();
    }
}
