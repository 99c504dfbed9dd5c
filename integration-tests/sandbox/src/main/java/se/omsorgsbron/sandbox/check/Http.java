package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Reads JSON over HTTP. Errors name what was asked for, never the address: Lifecare's carry a key and identity numbers. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * GETs JSON.
     *
     * @param what what is asked for, for the error's text
     * @return the answer; empty for 404
     * @throws CheckFailed if there was no answer, or another than 200 and 404, or one that is no JSON
     */
    Optional<JsonNode> get(String what, URI uri) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/fhir+json")
                .header("Cache-Control", "no-cache")
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            if (response.statusCode() != 200) {
                throw new CheckFailed(what + " could not be read: the server answered " + response.statusCode());
            }
            return Optional.of(Json.MAPPER.readTree(response.body()));
        } catch (JsonProcessingException e) {
            // Not chained: Jackson's message quotes the body.
            throw new CheckFailed(what + " could not be read: the answer is not JSON");
        } catch (IOException e) {
            throw new CheckFailed(what + " could not be read: " + e.getClass().getSimpleName() + ". Is the server up?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed(what + " could not be read: interrupted");
        }
    }
}
