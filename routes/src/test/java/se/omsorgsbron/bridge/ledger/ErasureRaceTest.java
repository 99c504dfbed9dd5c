package se.omsorgsbron.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.bridge.ledger.PersonData.Erasure;
import se.omsorgsbron.bridge.ledger.PersonData.Sent;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** A person is erased in the moment of a delivery: either nothing leaves any more, or nothing is erased yet. */
class ErasureRaceTest {
    private static final WorkKey KEY = new WorkKey("0127", TestFacts.PERSON, TestLedger.RECIPIENT);
    private static final Item PLAN = new Item("CarePlan/1", Concept.PLANS, Item.Mode.KEEP, "{}", "p", Set.of());
    private static final Item END = new Item("CarePlan/1", Concept.PLANS, Item.Mode.END, "{}", "e", Set.of());

    private final TestLedger ledger = new TestLedger();
    private final PersonData data = new PersonData(ledger.jdbc, ledger.transaction);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Sent> proof = new ArrayList<>();
    private Claim claim;

    @BeforeEach
    void somebodyWhoLeftIsBeingDelivered() {
        ledger.store(TestFacts.changes(
                TestFacts.person("1", TestFacts.NUMBER),
                TestFacts.plan("7", TestFacts.NUMBER, LocalDate.of(2026, 3, 1))));
        ledger.store(TestFacts.gone(TestFacts.source("clients", "1")));
        claim = claim();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Claim claim() {
        return ledger.work.claim(KEY, Duration.ofMinutes(5)).orElseThrow();
    }

    private Erasure erase() {
        return data.erase("0127", TestFacts.PERSON, proof::addAll);
    }

    private boolean sending(Item item) {
        return ledger.deliveries.sending(claim, List.of(item), () -> {});
    }

    private boolean answered(Item item) {
        Receipt stored = new Receipt(Map.of(item.key(), new Receipt.Outcome.Stored("1", Optional.empty())));
        return ledger.deliveries.answered(claim, List.of(item), stored, () -> {});
    }

    private int rows() {
        return ledger.jdbc.queryForObject(
                "select (select count(*) from fact) + (select count(*) from delivery) + (select count(*) from work)",
                Integer.class);
    }

    @Test
    void aWorkerThatHasNotSentYetSendsNothingAnyMore() {
        assertThat(erase()).isInstanceOf(Erasure.Done.class);

        assertThat(sending(PLAN)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void aDeliveryWithoutAnAnswerYetIsAnObstacleAndItsAnswerIsWritten() {
        assertThat(data.obstacles("0127", TestFacts.PERSON)).isEmpty();
        assertThat(sending(PLAN)).isTrue();

        assertThat(erase()).isInstanceOf(Erasure.Refused.class);

        assertThat(answered(PLAN)).isTrue();
        assertThat(erase()).isInstanceOf(Erasure.Refused.class);
        assertThat(proof).isEmpty();
    }

    @Test
    void oneThatIsJustSayingSoIsWaitedFor() throws Exception {
        CountDownLatch saying = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Future<Boolean> sending = threads.submit(() -> ledger.deliveries.sending(claim, List.of(PLAN), () -> {
            saying.countDown();
            waitFor(asked);
        }));
        assertThat(saying.await(10, TimeUnit.SECONDS)).isTrue();
        Future<Erasure> erasure = threads.submit(this::erase);
        while (!erasure.isDone() && !somebodyWaits()) {
            Thread.onSpinWait();
        }
        asked.countDown();

        assertThat(sending.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(erasure.get(10, TimeUnit.SECONDS)).isInstanceOf(Erasure.Refused.class);
        assertThat(rows()).isPositive();
    }

    private boolean somebodyWaits() {
        return ledger.jdbc.queryForObject(
                "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock'", Boolean.class);
    }

    @Test
    void whatHadBeenSentAndWithdrawnIsSaid() {
        whatHadEnded();

        Erasure erasure = erase();

        assertThat(((Erasure.Done) erasure).sent())
                .containsExactly(new Sent(TestLedger.RECIPIENT, PLAN.key(), true))
                .isEqualTo(proof);
    }

    @Test
    void whatHadEndedAndIsBeingSentAnewIsAnObstacle() {
        whatHadEnded();
        sending(PLAN);

        assertThat(erase()).isInstanceOf(Erasure.Refused.class);
    }

    private void whatHadEnded() {
        sending(PLAN);
        answered(PLAN);
        sending(END);
        answered(END);
    }

    @Test
    void aClaimOfBeforeNeverStandsAgainWhenThePersonComesBack() {
        erase();
        ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER)));
        Claim later = claim();

        assertThat(later.epoch()).isNotEqualTo(claim.epoch());
        assertThat(sending(PLAN)).isFalse();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
