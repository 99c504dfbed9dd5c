package se.omsorgsbron.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.bridge.ledger.TestFacts.NUMBER;
import static se.omsorgsbron.bridge.ledger.TestFacts.PERSON;
import static se.omsorgsbron.bridge.ledger.TestFacts.changes;
import static se.omsorgsbron.bridge.ledger.TestFacts.person;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

class WorkQueueTest {

    private static final WorkKey KEY = new WorkKey("0127", PERSON, TestLedger.RECIPIENT);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Item ITEM = new Item("CareTeam/1", Concept.CONTACTS, Item.Mode.KEEP, "{}", "hash", Set.of());

    private final TestLedger ledger = new TestLedger();

    @BeforeEach
    void onePerson() {
        ledger.store(changes(person("1", NUMBER)));
    }

    @Test
    void aRecipientThatIsNewInTheConfigurationHasWorkForEverybody() {
        ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER, "Berg")));

        ledger.work.introduce("0127", "night-patrol");
        ledger.work.introduce("0127", TestLedger.RECIPIENT);

        assertThat(ledger.work.due("0127", "night-patrol", 10)).hasSize(1);
        assertThat(ledger.work.due("0127", TestLedger.RECIPIENT, 10)).hasSize(1);
    }

    @Test
    void whatIsClaimedIsNotClaimedTwice() {
        assertThat(ledger.work.claim(KEY, LONG)).isPresent();
        assertThat(ledger.work.claim(KEY, LONG)).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void anExpiredClaimIsTakenOverAndTheFormerOwnerWritesNothing() {
        Claim paused = ledger.work.claim(KEY, Duration.ZERO).orElseThrow();
        Claim taken = ledger.work.claim(KEY, LONG).orElseThrow();

        assertThat(taken.epoch()).isGreaterThan(paused.epoch());
        assertThat(ledger.deliveries.sending(paused, List.of(ITEM), WorkQueueTest::unaudited))
                .isFalse();
        assertThat(ledger.deliveries.of(KEY)).isEmpty();
        assertThat(ledger.deliveries.sending(taken, List.of(ITEM), WorkQueueTest::unaudited))
                .isTrue();
    }

    @Test
    void aChangeDuringTheWorkLeavesItDue() {
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.store(changes(person("1", NUMBER, "Lund")));

        assertThat(ledger.work.done(claim)).isTrue();
        assertThat(due()).containsExactly(KEY);
    }

    @Test
    void tenChangesAreOnePieceOfWork() {
        for (int i = 0; i < 10; i++) {
            ledger.store(changes(person("1", NUMBER, "Lund" + i)));
        }

        assertThat(due()).containsExactly(KEY);
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        assertThat(ledger.work.done(claim)).isFalse();
        assertThat(due()).isEmpty();
    }

    @Test
    void anAnswerMakesTheItemAcceptedWithItsVersion() {
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(ITEM), WorkQueueTest::unaudited);
        ledger.deliveries.answered(
                claim,
                List.of(ITEM),
                new Receipt(Map.of(ITEM.key(), new Receipt.Outcome.Stored("3", Optional.empty()))),
                WorkQueueTest::unaudited);

        assertThat(ledger.deliveries.of(KEY).get(ITEM.key())).satisfies(delivery -> {
            assertThat(delivery.rung()).isEqualTo(DeliveryLog.Rung.ACCEPTED);
            assertThat(delivery.version()).contains("3");
            assertThat(delivery.acceptedHash()).contains("hash");
        });
    }

    @Test
    void whatWasSentAndNotAnsweredIsKnownToBeUncertain() {
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(ITEM), WorkQueueTest::unaudited);

        assertThat(ledger.deliveries.of(KEY).get(ITEM.key()).rung()).isEqualTo(DeliveryLog.Rung.SENT);
    }

    @Test
    void aRetryTriesEverythingOfThePersonThatIsHeldAndForgetsTheVersionOfTheOneAskedFor() {
        Item patient = new Item("Patient/1", Concept.PERSON, Item.Mode.ENSURE, "{}", "p", Set.of());
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(patient, ITEM), WorkQueueTest::unaudited);
        answer(claim, patient, new Receipt.Outcome.Refused(notFound()));
        answer(claim, ITEM, new Receipt.Outcome.Refused(notFound()));
        ledger.work.done(claim);
        assertThat(ledger.held.list()).hasSize(2);

        ledger.held.retry(ledger.held.list().get(1).id(), "anna");

        assertThat(ledger.deliveries.of(KEY).values())
                .allSatisfy(delivery -> assertThat(delivery.sentHash()).isEmpty());
        assertThat(due()).containsExactly(KEY);
    }

    @Test
    void aPatientThatIsThereNoLongerIsLookedForAnew() {
        Item patient = new Item("Patient/1", Concept.PERSON, Item.Mode.ENSURE, "{}", "p", Set.of());
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(patient, ITEM), WorkQueueTest::unaudited);
        answer(claim, patient, new Receipt.Outcome.Stored("1", Optional.of("Patient/77")));

        answer(claim, ITEM, new Receipt.Outcome.Refused(notFound()));

        assertThat(ledger.deliveries.of(KEY)).containsOnlyKeys(ITEM.key());
    }

    private void answer(Claim claim, Item item, Receipt.Outcome outcome) {
        ledger.deliveries.answered(
                claim, List.of(item), new Receipt(Map.of(item.key(), outcome)), WorkQueueTest::unaudited);
    }

    private static Problem notFound() {
        return new Problem(Reason.PATIENT_NOT_FOUND, "Patient", "none", "one");
    }

    private List<WorkKey> due() {
        return ledger.work.due("0127", TestLedger.RECIPIENT, 10);
    }

    @Test
    void whatWasSentOnceWithoutAnAnswerCountsAsGivenEvenIfALaterTryIsRefused() {
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(ITEM), WorkQueueTest::unaudited);
        ledger.deliveries.sending(claim, List.of(ITEM), WorkQueueTest::unaudited);
        answer(claim, ITEM, new Receipt.Outcome.Refused(notFound()));

        assertThat(ledger.deliveries.of(KEY).get(ITEM.key()).given()).isTrue();
    }

    @Test
    void whatWasRefusedAtOnceWasNeverGiven() {
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(ITEM), WorkQueueTest::unaudited);
        answer(claim, ITEM, new Receipt.Outcome.Refused(notFound()));

        assertThat(ledger.deliveries.of(KEY).get(ITEM.key()).given()).isFalse();
    }

    @Test
    void whatIsHeldBackAfterAnAnswerWasLostCountsAsGiven() {
        Claim claim = ledger.work.claim(KEY, LONG).orElseThrow();
        ledger.deliveries.sending(claim, List.of(ITEM), WorkQueueTest::unaudited);
        ledger.deliveries.hold(claim, ITEM, List.of(notFound()));

        assertThat(ledger.deliveries.of(KEY).get(ITEM.key()).given()).isTrue();
    }

    @Test
    void whatIsToBeWithdrawnIsUrgentUntilItIsDone() {
        ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER)));
        assertThat(ledger.work.urgent("0127", TestLedger.RECIPIENT)).isEmpty();
        ledger.work.done(ledger.work.claim(KEY, Duration.ofMinutes(1)).orElseThrow());

        FactStore.Stored stored = ledger.store(TestFacts.changes(block()));

        assertThat(stored.urgent()).containsExactly(TestFacts.PERSON);
        assertThat(ledger.work.urgent("0127", TestLedger.RECIPIENT)).containsExactly(KEY);
        ledger.work.done(ledger.work.claim(KEY, Duration.ofMinutes(1)).orElseThrow());
        assertThat(ledger.work.urgent("0127", TestLedger.RECIPIENT)).isEmpty();
        assertThat(ledger.store(TestFacts.changes(TestFacts.plan("7", TestFacts.NUMBER, LocalDate.of(2026, 3, 1))))
                        .urgent())
                .isEmpty();
    }

    private static Fact block() {
        return TestFacts.about(
                "rows",
                "client:1/block",
                TestFacts.NUMBER,
                new RecordedGround(RecordedGround.Kind.BLOCK, RecordedGround.Scope.ALL, Period.OPEN, "Samordnare"));
    }

    private static void unaudited() {}
}
