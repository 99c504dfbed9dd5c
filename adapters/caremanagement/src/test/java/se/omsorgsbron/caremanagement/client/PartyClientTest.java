package se.omsorgsbron.caremanagement.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.caremanagement.Samples;
import se.omsorgsbron.caremanagement.StubCareManagement;

class PartyClientTest {
    private final StubCareManagement stub = new StubCareManagement();
    private Instant now = Instant.parse("2026-11-24T09:30:00Z");
    private final PartyClient parties = new PartyClient(
            "2281",
            new Connection(stub.uri().resolve("/party"), Samples.BRIDGE, Optional.empty(), Duration.ofMillis(600)),
            new Turned());

    /** A clock that the test turns. */
    private final class Turned extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private int asked() {
        return stub.requests("POST", "/party").size();
    }

    @Test
    void translationGoesBothWaysAndTheNumberStandsInNoUrl() throws NoAnswer {
        assertThat(parties.partyId(Samples.NUMBER)).contains(Samples.PARTY);
        assertThat(parties.number(Samples.PARTY)).contains(Samples.NUMBER);

        assertThat(stub.requests("POST", "/party")).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo("/party");
            assertThat(request.getBodyAsString()).contains("\"municipalityId\":\"2281\"");
        });
    }

    @Test
    void whatWasFoundIsKeptForAnHour() throws NoAnswer {
        parties.partyId(Samples.NUMBER);
        now = now.plus(Duration.ofMinutes(59));
        parties.partyId(Samples.NUMBER);
        assertThat(asked()).isEqualTo(1);

        now = now.plus(Duration.ofMinutes(1));
        parties.partyId(Samples.NUMBER);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void whatWasNotFoundIsAskedForAgain() throws NoAnswer {
        assertThat(parties.number("p2")).isEmpty();
        stub.party("p2", "189602029812");

        assertThat(parties.number("p2")).contains("189602029812");
    }

    @Test
    void anAnswerThatDoesNotTellIsNoAnswer() {
        for (ResponseDefinitionBuilder odd : List.of(
                aResponse().withBody("<html>"),
                aResponse().withBody("{}"),
                aResponse().withBody("{\"partyId\": 7}"),
                aResponse().withStatus(500),
                aResponse().withStatus(400),
                aResponse().withFixedDelay(5_000),
                aResponse().withFault(Fault.EMPTY_RESPONSE))) {
            stub.server().stubFor(any(anyUrl()).atPriority(1).willReturn(odd));
            assertThatExceptionOfType(NoAnswer.class)
                    .isThrownBy(() -> parties.partyId(Samples.NUMBER))
                    .withMessageNotContaining(Samples.NUMBER);
        }
    }

    @Test
    void aPartyIdThatHasNoPlaceInAFilterIsNone() throws NoAnswer {
        stub.party("p' or '1' : '1", "189602029812");

        assertThat(parties.partyId("189602029812")).isEmpty();
    }
}
