package se.omsorgsbron.caremanagement.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.caremanagement.Samples;
import se.omsorgsbron.caremanagement.StubCareManagement;

class CareManagementClientTest {
    private static final JsonNode BODY = Samples.json("{heading: 'Åäö 😀'}");

    private final StubCareManagement stub = new StubCareManagement();

    @AfterEach
    void stop() {
        stub.close();
    }

    private CareManagementClient client() {
        return client(URI.create(stub.uri() + "/2281/HOME_CARE"));
    }

    private static CareManagementClient client(URI uri) {
        return new CareManagementClient(
                new Connection(uri, Samples.BRIDGE, Optional.of(() -> "made-up-token"), Duration.ofMillis(600)));
    }

    private void answer(ResponseDefinitionBuilder answer) {
        stub.server().stubFor(any(anyUrl()).atPriority(1).willReturn(answer));
    }

    private NoAnswer lost() {
        return catchThrowableOfType(NoAnswer.class, () -> client().post("write", "/errands", BODY));
    }

    @Test
    void everyRequestSaysWhoSentItAndUtf8ArrivesUnharmed() throws NoAnswer {
        answer(StubCareManagement.created("https://host/2281/HOME_CARE/errands/e1/journal-entries/j1"));

        Answer answer = client().post("write", CareManagementClient.errand("e1", "journal-entries"), BODY);

        assertThat(answer).isEqualTo(new Answer.Created("j1"));
        var request = stub.posts("/e1/journal-entries").get(0);
        assertThat(request.getHeader("X-Sent-By")).isEqualTo("omsorgsbron01; type=adAccount");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer made-up-token");
        assertThat(Samples.json(request.getBodyAsString())).isEqualTo(BODY);
    }

    @Test
    void ofARefusalOnlyNamesOfFieldsAreKept() throws NoAnswer {
        String problem =
                "{\"title\": \"Constraint Violation\", \"violations\": [{\"field\": \"heading\", \"message\": \"Karl\"},"
                        + " {\"field\": \"Karl Karlsson\"}]}";
        answer(aResponse().withStatus(400).withBody(problem));

        assertThat(client().get("list", "/errands", Map.of())).isEqualTo(new Answer.Refused(400, List.of("heading")));
    }

    @Test
    void whatIsNotJsonIsToldApartFromAnEmptyList() throws NoAnswer {
        for (String body : List.of("<html>Driftstopp</html>", "[{\"id\": \"j", "", "[] []", "{\"a\":1,\"a\":2}")) {
            answer(aResponse().withBody(body));
            assertThat(client().get("list", "/errands", Map.of())).as(body).isInstanceOf(Answer.NotJson.class);
        }
        answer(aResponse().withBody("[]"));
        assertThat(client().get("list", "/errands", Map.of())).isInstanceOf(Answer.Json.class);
        answer(aResponse().withStatus(404).withBody("{}"));
        assertThat(client().get("list", "/errands", Map.of())).isEqualTo(new Answer.None());
    }

    @Test
    void anAnswerThatIsLostMayHaveBeenActedOn() {
        for (ResponseDefinitionBuilder lost : List.of(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFixedDelay(5_000),
                aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(10, 20_000),
                aResponse().withStatus(500),
                aResponse().withStatus(503),
                aResponse().withStatus(302).withHeader("Location", stub.uri() + "/elsewhere"),
                aResponse().withStatus(201),
                StubCareManagement.created("/x/<odd id>"))) {
            answer(lost);
            assertThat(lost().mayHaveArrived()).isTrue();
        }
        assertThat(stub.requests("POST", "/elsewhere"))
                .as("redirects are not followed")
                .isEmpty();
    }

    @Test
    void whereNobodyListensOrTheTokenIsNotTakenNothingHappened() {
        NoAnswer nobody = catchThrowableOfType(
                NoAnswer.class, () -> client(URI.create("http://127.0.0.1:1/x")).post("write", "/errands", BODY));
        assertThat(nobody.mayHaveArrived()).isFalse();
        for (int status : List.of(401, 403, 429)) {
            answer(aResponse().withStatus(status));
            assertThat(lost().mayHaveArrived()).isFalse();
            assertThat(lost()).hasMessage("write: CareManagement answered with status " + status);
        }
    }

    @Test
    void withoutATokenNothingIsSent() {
        CareManagementClient client = new CareManagementClient(new Connection(
                URI.create(stub.uri() + "/x"),
                Samples.BRIDGE,
                Optional.of(() -> {
                    throw new IllegalStateException("secret");
                }),
                Duration.ofMillis(600)));

        NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> client.get("list", "/errands", Map.of()));

        assertThat(failed)
                .hasMessage("list: there is no token for CareManagement")
                .hasNoCause();
        assertThat(stub.requests("GET", "/x/errands")).isEmpty();
    }
}
