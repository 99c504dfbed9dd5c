package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.stored;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.TEAM;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.uncertain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.recipient.RenewableToken;

/** A server that does not take the token any more: it is tried once more with a new one, and only once. */
class RefusedTokenTest {
    private final Tokens tokens = new Tokens();
    private Bench bench;

    private static final class Tokens implements RenewableToken {
        private int number = 1;

        @Override
        public synchronized String get() {
            return "token-" + number;
        }

        @Override
        public synchronized void refused(String token) {
            assertThat(token).isEqualTo(get());
            number++;
        }
    }

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(Duration.ofSeconds(10), tokens);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<String> shown() {
        return bench.fhir.requests.stream()
                .flatMap(request -> request.headers().entrySet().stream())
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    @Test
    void aSearchAndAReadAndATransactionAreTriedOnceMoreWithAnother() throws Exception {
        bench.answers(Bench.refusal(401));
        bench.deliver(first(patient()));
        assertThat(shown()).containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-2");

        bench.fhir.requests.clear();
        bench.answers(Bench.refusal(401));
        Receipt receipt = bench.deliver(true, Map.of(Things.PATIENT, "Patient/p1"), first(team("one")));
        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
        assertThat(shown()).containsExactly("Bearer token-2", "Bearer token-3");

        bench.fhir.requests.clear();
        bench.answers(Bench.refusal(401));
        bench.deliver(true, Map.of(Things.PATIENT, "Patient/p1"), uncertain(team("one")));
        assertThat(shown()).containsExactly("Bearer token-3", "Bearer token-4");
    }

    @Test
    void whoIsRefusedWithANewOneTooWaits() {
        bench.answers(Bench.refusal(401), Bench.refusal(401));

        assertThatThrownBy(() -> bench.deliver(first(patient())))
                .isInstanceOf(RecipientUnavailable.class)
                .hasMessageContaining("does not accept the bridge's credentials (status 401)");
        assertThat(bench.fhir.requests).hasSize(2);
    }
}
