package se.omsorgsbron.caremanagement.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import se.omsorgsbron.api.http.HttpSystem;
import se.omsorgsbron.api.http.Unanswered;

/** Sends requests as CareManagement wants them: in whose name, and with a token. Thread-safe. */
final class Http {
    private final String system;
    private final Connection connection;
    private final HttpSystem http;

    /** @param system how the system is called in messages */
    Http(String system, Connection connection) {
        this.system = system;
        this.connection = connection;
        this.http = new HttpSystem(system, connection.timeout());
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
        try {
            return http.send(request);
        } catch (Unanswered unanswered) {
            throw new NoAnswer(what + ": " + unanswered.getMessage(), unanswered.mayHaveArrived());
        }
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
}
