package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/**
 * Consent withdrawn while a delivery is in the air, at random moments: the recipient's current versions and searches end without the
 * data, always. How many moments says the build: 200 with {@code -Pthorough}.
 */
class WithdrawalRaceTest {
    private static final int ROUNDS = Integer.getInteger("omsorgsbron.moments", 200);
    private static final int WORKERS = 2;
    private static final long SEED = 20261125L;
    private static final Duration LONGEST_WAY = Duration.ofMillis(4);
    private static final String RECIPIENT = "primary-care";
    private static final String TABLE = """
            recipient;concept;part;ground;decision;days
            primary-care;contacts;all;consent;;
            primary-care;team;all;consent;;
            primary-care;relatives;all;consent;;
            primary-care;plans;all;consent;;
            primary-care;action-plans;all;consent;;
            primary-care;notes;all;consent;;
            """;

    private final Random random = new Random(SEED);
    private final Random ways = new Random(SEED);
    private final AtomicInteger inTheAir = new AtomicInteger();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(WORKERS + 1);
    private FhirStandIn fhir;
    private TestRecipients recipients;
    private TestDeliveries deliveries;
    private int raced;

    @BeforeEach
    void start() throws Exception {
        fhir = new FhirStandIn();
        fhir.arriving = request -> {
            inTheAir.incrementAndGet();
            onItsWay();
        };
        fhir.answering = request -> {
            onItsWay();
            inTheAir.decrementAndGet();
        };
        recipients = new TestRecipients();
        DisclosureTableFile.Read read = DisclosureTableFile.parse("test", TABLE.getBytes(StandardCharsets.UTF_8));
        assertThat(read.mistakes()).isEmpty();
        Channel channel = TestDeliveries.channel(
                recipients.recipient(RECIPIENT, fhir),
                new DisclosurePolicy(read.table(), RECIPIENT, OperatedBy.REGION));
        deliveries = new TestDeliveries(List.of(channel), recipients.template);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        deliveries.close();
        recipients.close();
        fhir.close();
    }

    @Test
    void whatIsWithdrawnWhileItIsBeingDeliveredIsGoneInTheEnd() throws Exception {
        List<String> left = new ArrayList<>();
        int told = 0;
        for (int number = 0; number < ROUNDS; number++) {
            RaceRound round = RaceRound.of(number, random);
            if (number % 20 == 1) {
                deliveries.analyze();
            }
            Set<String> before = fhir.store.keys();
            int requests = fhir.requests.size();
            race(round);
            WhatIsHeld held = WhatIsHeld.of(fhir, before);
            left.addAll(held.leftOf(round));
            told += wasTold(round, requests) ? 1 : 0;
        }

        assertThat(left).isEmpty();
        // Nothing is held back; the coordinator is told of what the recipient's history may keep.
        assertThat(deliveries.held()).isNotEmpty().allMatch(held -> held.contains("HISTORY_KEPT"));
        // The moments are real ones: many within a request, and many after the recipient was told.
        assertThat(raced).isGreaterThan(ROUNDS / 20);
        assertThat(told).isBetween(ROUNDS / 4, ROUNDS);
    }

    private void race(RaceRound round) throws Exception {
        deliveries.store(round.facts());
        if (round.known()) {
            deliveries.workOff(RECIPIENT);
            deliveries.store(List.of(round.furtherNote()));
        }
        fhir.silentAfterStoring = round.answersLost();
        Future<?> end = threads.schedule(() -> end(round), round.afterMicros(), TimeUnit.MICROSECONDS);
        List<Future<?>> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.add(threads.submit(() -> deliveries.workOff(RECIPIENT)));
        }
        end.get();
        for (Future<?> worker : workers) {
            worker.get();
        }
        deliveries.workOff(RECIPIENT);
    }

    private void end(RaceRound round) {
        boolean during = inTheAir.get() > 0;
        deliveries.store(List.of(round.fact()));
        raced += during || inTheAir.get() > 0 ? 1 : 0;
        fhir.silentAfterStoring = false;
    }

    private boolean wasTold(RaceRound round, int requests) {
        String canary = Place.plan("plans", "goals").canary(round.person().index());
        return fhir.requests.stream()
                .skip(requests)
                .anyMatch(request -> request.body().contains(canary));
    }

    private void onItsWay() {
        long nanos;
        synchronized (ways) {
            nanos = ways.nextInt((int) LONGEST_WAY.toNanos());
        }
        LockSupport.parkNanos(nanos);
    }
}
