package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** One person with one errand in a folder of its own, and a CareManagement that is fed from it, asked over real HTTP. */
final class SmallCase implements AutoCloseable {

    static final String NUMBER = "189002029800";
    static final String PARTY = "81471222-5798-11e9-ae24-57fa13b361e1";
    static final String ERRANDS = "/2281/HOME_CARE/errands";
    static final String E1 = ERRANDS + "/e1";
    static final String ENTRY =
            "{\"type\": \"Anteckning\", \"heading\": \"Natt\", \"text\": \"Sov gott 😀 åäö\", \"entryDateTime\": \"2026-11-24T22:15:00+01:00\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final CareManagementSimulator simulator;

    private SmallCase(Options options) throws IOException {
        this.simulator = CareManagementSimulator.start(options, Clock.systemUTC());
    }

    /** A town, a state and an access log below the folder; a folder that has them already is taken as it is. */
    static SmallCase in(Path folder) throws IOException {
        Path files = folder.resolve("town").resolve("caremanagement");
        if (Files.notExists(files)) {
            Files.createDirectories(files);
            Files.writeString(files.resolve("errands.json"), """
                    [{"id": "e1", "municipalityId": "2281", "namespace": "HOME_CARE", "typeSlug": "home-care", "status": "ONGOING",
                      "title": "Hemtjänst", "assignedUserId": "jane02doe", "created": "2026-03-01T08:00:00Z",
                      "touched": "2026-03-01T08:00:00Z",
                      "stakeholders": [{"id": "s1", "externalId": "81471222-5798-11e9-ae24-57fa13b361e1", "externalIdType": "PRIVATE",
                        "role": "APPLICANT", "firstName": "Fiktiva", "lastName": "Påhittsson"}]}]
                    """);
            Files.writeString(files.resolve("parties.json"), """
                    [{"municipalityId": "2281", "identityNumber": "189002029800",
                      "partyId": "81471222-5798-11e9-ae24-57fa13b361e1"},
                     {"municipalityId": "2281", "identityNumber": "189602029812", "partyId": "p2"}]
                    """);
        }
        return new SmallCase(new Options(
                folder.resolve("town"),
                Optional.of(folder.resolve("state")),
                0,
                Optional.of(folder.resolve("access.log"))));
    }

    URI base() {
        return simulator.base();
    }

    URI partyLookUp() {
        return simulator.partyLookUp();
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            return sendOrThrow(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> sendOrThrow(String method, String path, String body) throws IOException {
        return send(method, path, body, "test01; type=adAccount");
    }

    HttpResponse<String> send(String method, String path, String body, String sentBy) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.base() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!sentBy.isEmpty()) {
            request.header("X-Sent-By", sentBy);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status(String method, String path, String body) {
        return send(method, path, body).statusCode();
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send("GET", path, "");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts what has to be created, and gives its path. */
    String create(String path, String body) {
        HttpResponse<String> answer = send("POST", path, body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }

    void fault(String json) {
        if (status("PUT", "/_sandbox/faults", json) != 200) {
            throw new AssertionError("the test's own fault");
        }
    }

    /** The entries that stand in the journal of the first errand. */
    JsonNode entries() {
        return get("/_sandbox/journals").path(0).path("entries");
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }
}
