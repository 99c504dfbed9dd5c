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

/** The scripted changes of a town: Lifecare applies the next one when asked, and then the night patrols write what they write. */
final class Changes {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String changes;
    private final URI night;

    Changes(RunningTown town) {
        URI lifecare = URI.create(town.lifecare());
        this.changes = lifecare.getScheme() + "://" + lifecare.getAuthority() + "/_sandbox/changes";
        this.night = URI.create(town.patrol() + "/night/next");
    }

    /** How many have been applied, in this run or an earlier one. */
    int applied() throws InterruptedException {
        int applied = 0;
        for (JsonNode change :
                send(HttpRequest.newBuilder(URI.create(changes)).build()).orElseThrow()) {
            applied += change.path("applied").asBoolean() ? 1 : 0;
        }
        return applied;
    }

    /**
     * Applies the next change and returns its name, or empty where none is left.
     *
     * @throws CheckFailed if the next change cannot be applied, because its record is not there
     */
    Optional<String> applyNext() throws InterruptedException {
        Optional<JsonNode> change = send(post(URI.create(changes + "/next")));
        return (change.isPresent() ? change : send(post(night)))
                .map(applied -> applied.path("name").asText());
    }

    private static HttpRequest post(URI address) {
        return HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private Optional<JsonNode> send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new CheckFailed("The next change in town.yaml cannot be made: "
                        + body.path("Message").asText());
            }
            return Optional.of(body);
        } catch (IOException e) {
            throw new CheckFailed("Lifecare did not take the next change", e);
        }
    }
}
