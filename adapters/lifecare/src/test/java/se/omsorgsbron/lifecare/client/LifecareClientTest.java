package se.omsorgsbron.lifecare.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.omsorgsbron.api.source.SourceUnavailable;

class LifecareClientTest {
    private static final String KEY = "made-up key/+&=å";
    private static final String DOMAIN = "0127-domain";
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(700);

    @RegisterExtension
    static final WireMockExtension LIFECARE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static void answer(ResponseDefinitionBuilder response) {
        LIFECARE.stubFor(any(anyUrl()).willReturn(response));
    }

    private static Answer get() throws SourceUnavailable {
        return get(PATIENT);
    }

    private static Answer getImpatiently() throws SourceUnavailable {
        return get(IMPATIENT);
    }

    private static Answer get(Duration timeout) throws SourceUnavailable {
        return new LifecareClient(new Connection(URI.create(LIFECARE.baseUrl() + "/host"), DOMAIN, KEY, timeout))
                .get("clients", "/api/v1/clients", Map.of("q", "PersonId='189002029800'", "limit", "2"));
    }

    @Test
    void domainKeyAndParametersAreSentEncoded() throws SourceUnavailable {
        answer(aResponse().withBody("[]"));

        get();

        LIFECARE.verify(getRequestedFor(urlPathEqualTo("/host/api/v1/clients"))
                .withQueryParam("domain", equalTo(DOMAIN))
                .withQueryParam("key", equalTo(KEY))
                .withQueryParam("q", equalTo("PersonId='189002029800'"))
                .withQueryParam("limit", equalTo("2"))
                .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void theSourcesTimeIsItsDateHeader() throws SourceUnavailable {
        answer(aResponse().withBody("[]").withHeader("Date", "Tue, 24 Nov 2026 09:30:00 GMT"));

        assertThat(get().time()).contains(Instant.parse("2026-11-24T09:30:00Z"));
    }

    @Test
    void aDateHeaderThatIsNoDateIsNoTime() throws SourceUnavailable {
        answer(aResponse().withBody("[]").withHeader("Date", "yesterday"));

        assertThat(get().time()).isEmpty();
    }

    @Test
    void notFoundMeansThatThereIsNone() throws SourceUnavailable {
        answer(aResponse().withStatus(404).withBody("no such thing"));

        assertThat(get()).isInstanceOf(Answer.None.class);
    }

    @Test
    void whatIsNoJsonIsKeptAsItIs() throws SourceUnavailable {
        for (String body : List.of("<html>Login</html>", "[{\"Id\": 1}, {\"Id\"", "[] []", "", "{\"a\":1,\"a\":2}")) {
            answer(aResponse().withBody(body));

            assertThat(get()).isEqualTo(new Answer.NotJson(body, Optional.empty()));
        }
    }

    @Test
    void everyOtherStatusIsAFailureThatNamesFeedAndStatusOnly() {
        for (int status : List.of(301, 400, 401, 403, 429, 500, 503)) {
            answer(aResponse().withStatus(status).withBody("Anna").withHeader("Location", LIFECARE.baseUrl() + "/x"));

            assertThatThrownBy(LifecareClientTest::get)
                    .isInstanceOf(SourceUnavailable.class)
                    .hasMessage("clients: Lifecare answered with status " + status)
                    .hasNoCause();
        }
    }

    @Test
    void anAnswerThatDoesNotBeginInTimeIsAFailure() {
        answer(aResponse().withBody("[]").withFixedDelay(5_000));

        assertThatThrownBy(LifecareClientTest::getImpatiently)
                .hasMessage("clients: Lifecare did not answer within PT0.7S");
    }

    @Test
    void anAnswerThatStallsHalfWayIsAFailure() {
        answer(aResponse().withBody("[" + " ".repeat(1000) + "]").withChunkedDribbleDelay(20, 20_000));

        assertThatThrownBy(LifecareClientTest::getImpatiently)
                .hasMessage("clients: Lifecare did not answer within PT0.7S");
    }

    @Test
    void anAnswerThatBreaksOffIsAFailure() {
        answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThatThrownBy(LifecareClientTest::getImpatiently)
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageStartingWith("clients: ")
                .hasNoCause();
    }

    @Test
    void aConnectionThatIsResetIsAFailure() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(LifecareClientTest::get)
                .hasMessageStartingWith("clients: no answer from Lifecare (")
                .hasNoCause();
    }

    @Test
    void aCallerThatIsInterruptedStaysInterrupted() {
        answer(aResponse().withBody("[]").withFixedDelay(5_000));
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(LifecareClientTest::get);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessage("clients: interrupted while Lifecare was asked");
    }
}
