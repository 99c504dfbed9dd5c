package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.NUMBER;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PATIENT;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.uncertain;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.primarycare.fhir.FhirStandIn.Reply;

class UnavailableRecipientTest {
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
        bench.deliver(first(patient()));
        bench.fhir.requests.clear();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aServerThatSaysToComeAgainIsUnavailable(int status) {
        bench.answers(Reply.html(status));

        assertUnavailable(this::deliver, "answered status " + status);
    }

    @Test
    void theTimeThatAServerAsksForIsPassedOn() {
        bench.answers(Bench.refusal(503).with("Retry-After", "120"));

        assertUnavailable(this::deliver, "answered status 503, and asks to wait 120 s");
    }

    @Test
    void refusedCredentialsAreAboutTheBridgeAndNotAboutAnItem() {
        bench.answers(Bench.refusal(401));

        assertUnavailable(this::deliver, "does not accept the bridge's credentials (status 401)");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405})
    void aGatewaysRefusalIsNotAboutAnItem(int status) {
        bench.answers(Reply.html(status));

        assertUnavailable(
                this::deliver,
                "answered status " + status
                        + " without an OperationOutcome: check its base address, and what stands in front of it");
    }

    @Test
    void aPageThatIsNoFhirDecidesNothing() {
        bench.answers(Reply.html(200));

        assertUnavailable(this::deliver, "answered with something that is not FHIR (status 200)");
    }

    @Test
    void anAnswerThatIsNoResultOfATransactionDecidesNothing() {
        bench.answers(Reply.of(200, new Bundle()));

        assertUnavailable(this::deliver, "answered a transaction with something else than its result");
    }

    @Test
    void aSearchThatFailsDecidesNothing() {
        bench.answers(Bench.refusal(400));

        assertUnavailable(() -> bench.deliver(first(patient())), "answered status 400");
    }

    @Test
    void aGatewaysNotFoundDoesNotMeanThatAnItemDidNotArrive() {
        bench.answers(Reply.html(404));

        assertUnavailable(
                () -> bench.deliver(true, Map.of(PATIENT, "Patient/p1"), uncertain(team("one"))),
                "answered status 404 without an OperationOutcome: check its base address, and what stands in front of it");
    }

    @Test
    void aServerThatIsDownIsUnavailable() throws Exception {
        try (Bench down = new Bench()) {
            down.fhir.close();

            assertUnavailable(() -> down.deliver(first(patient())), "refused the connection");
        }
    }

    @Test
    void aServerThatGoesDownBreaksOffTheConnection() {
        bench.fhir.silentAfterStoring = true;

        assertUnavailable(this::deliver, "broke off the connection");
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsUnavailable() throws Exception {
        try (Bench impatient = new Bench(Duration.ofMillis(200))) {
            impatient.fhir.store.put(Things.theirs("p1"));
            impatient.fhir.hangs = true;

            assertUnavailable(
                    () -> impatient.deliver(true, Map.of(PATIENT, "Patient/p1"), first(team("one"))),
                    "gave no answer in time");
        }
    }

    @Test
    void nothingIsSentAgainByItself() {
        bench.answers(Reply.html(503));

        assertThatThrownBy(this::deliver).isInstanceOf(RecipientUnavailable.class);
        assertThat(bench.fhir.requests).hasSize(1);
    }

    @Test
    void noAddressCarriesAnIdentityNumber() throws Exception {
        bench.deliver(first(patient()), first(team("one")));
        bench.deliver(uncertain(patient()), uncertain(team("one")));

        assertThat(bench.fhir.requests).isNotEmpty().allSatisfy(request -> {
            assertThat(request.target()).doesNotContain(NUMBER);
            assertThat(request.headers().toString()).doesNotContain(NUMBER);
        });
        assertThat(bench.fhir.requests.get(0).target()).startsWith("/fhir/Patient/_search");
        assertThat(bench.fhir.requests.get(0).headers().get("Cache-control")).contains("no-cache");
    }

    @Test
    void everyRequestCarriesTheTokenAndAsksForLabelsToBeReplaced() throws Exception {
        deliver();

        assertThat(bench.fhir.requests).isNotEmpty().allSatisfy(request -> {
            assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + Bench.TOKEN);
            assertThat(request.headers().get("X-meta-snapshot-mode")).containsExactly("TAG, PROFILE, SECURITY_LABEL");
        });
    }

    @Test
    void whatIsSentSaysWhichContentOfTheBridgeItIs() throws Exception {
        deliver();

        CareTeam held = (CareTeam) bench.fhir.store.get(Things.TEAM).orElseThrow();
        assertThat(held.getMeta().getSource())
                .startsWith("https://fhir.omsorgsbron.se/content/" + team("one").hash());
    }

    private void deliver() throws RecipientUnavailable {
        bench.deliver(true, Map.of(PATIENT, "Patient/p1"), first(team("one")));
    }

    private void assertUnavailable(ThrowingCallable delivery, String message) {
        assertThatThrownBy(delivery)
                .isInstanceOf(RecipientUnavailable.class)
                .hasMessage(message)
                .hasNoCause();
    }
}
