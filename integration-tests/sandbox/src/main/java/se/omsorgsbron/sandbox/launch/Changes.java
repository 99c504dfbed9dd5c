package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import se.omsorgsbron.sandbox.check.CheckFailed;

/** The scripted changes of a town: Lifecare applies the next one when asked. */
final class Changes {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI next;

    Changes(RunningTown town) {
        URI lifecare = URI.create(town.lifecare());
        this.next = URI.create(lifecare.getScheme() + "://" + lifecare.getAuthority() + "/_sandbox/changes/next");
    }

    /** Applies the next change and returns its name, or empty where none is left. */
    Optional<String> applyNext() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(next)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.empty();
            }
            JsonNode applied = JSON.readTree(answer.body());
            return Optional.ofNullable(applied.path("name").textValue());
        } catch (IOException e) {
            throw new CheckFailed("Lifecare did not take the next change", e);
        }
    }
}
