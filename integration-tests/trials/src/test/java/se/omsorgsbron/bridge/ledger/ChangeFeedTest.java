package se.omsorgsbron.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Change;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Page;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Position;
import se.omsorgsbron.nightpatrol.Outbox.Entry;

class ChangeFeedTest {
    private static final String CODE = "0127";
    private static final String PATROL = "night-patrol";
    private static final int ROUNDS = 12;
    private static final int KEYS = 8;
    private static final int WRITES = 25;

    private final TestLedger ledger = new TestLedger();
    private final ChangeFeed feed = new ChangeFeed(ledger.jdbc, ledger.transaction);
    private final UUID subject = UUID.randomUUID();

    @Test
    void readersThatStopSkipRepeatAndRestartEndWithTheCurrentState() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String patrol = PATROL + round;
            Random random = new Random(round);
            AtomicBoolean writing = new AtomicBoolean(true);
            ExecutorService threads = Executors.newFixedThreadPool(5);
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                long seed = random.nextLong();
                writers.add(threads.submit(() -> write(patrol, new Random(seed))));
            }
            List<Future<Map<String, String>>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                long seed = random.nextLong();
                readers.add(threads.submit(() -> read(patrol, new Random(seed), writing)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);

            Map<String, String> current = current(patrol);
            for (Future<Map<String, String>> reader : readers) {
                assertThat(reader.get()).as("round %d", round).isEqualTo(current);
            }
            threads.shutdown();
        }
    }

    /** Transactions that are longer or shorter, so that they do not commit in the order in which they began. */
    private void write(String patrol, Random random) {
        for (int i = 0; i < WRITES; i++) {
            String text = String.valueOf(random.nextInt(1000));
            List<Entry> entries = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(3); n++) {
                boolean removed = random.nextInt(5) == 0;
                entries.add(new Entry(
                        "note/" + random.nextInt(KEYS), removed ? Optional.empty() : Optional.of(text + "-" + n)));
            }
            long pause = random.nextInt(2_000_000);
            ledger.transaction.executeWithoutResult(status -> {
                boolean early = random.nextBoolean();
                if (early) {
                    LockSupport.parkNanos(pause);
                }
                feed.put(CODE, patrol, subject, entries);
                if (!early) {
                    LockSupport.parkNanos(pause);
                }
            });
        }
    }

    private Map<String, String> read(String patrol, Random random, AtomicBoolean writing) {
        Map<String, String> state = new HashMap<>();
        List<Position> kept = new ArrayList<>();
        Optional<Position> position = Optional.empty();
        boolean last = false;
        while (!last) {
            last = !writing.get();
            Page page;
            do {
                page = feed.after(CODE, patrol, position, 1 + random.nextInt(6));
                page.changes().forEach(change -> fold(state, change));
                position = Optional.of(page.next());
                kept.add(page.next());
                if (!last && random.nextInt(4) == 0) {
                    // An answer that got lost, or a program that begins with a cursor of long ago.
                    position = Optional.of(kept.get(random.nextInt(kept.size())));
                } else if (!last && random.nextInt(10) == 0) {
                    // Who has forgotten what it read has forgotten where it stood, too.
                    state.clear();
                    kept.clear();
                    position = Optional.empty();
                }
            } while (page.more() || (last && !page.changes().isEmpty()));
            LockSupport.parkNanos(random.nextInt(1_000_000));
        }
        return state;
    }

    private static void fold(Map<String, String> state, Change change) {
        if (change.content().isPresent()) {
            state.put(change.key(), change.content().get());
        } else {
            state.remove(change.key());
        }
    }

    private Map<String, String> current(String patrol) {
        Map<String, String> current = new HashMap<>();
        ledger.jdbc.query(
                "select item_key, content from feed_entry where recipient = ? and content is not null",
                row -> {
                    current.put(row.getString(1), row.getString(2));
                },
                patrol);
        return current;
    }

    @Test
    void whatTheCursorHasPassedIsReceivedAtThatTimeAndAnewWhenItChanges() {
        feed.put(
                CODE,
                PATROL,
                subject,
                List.of(new Entry("note/1", Optional.of("a")), new Entry("note/2", Optional.of("b"))));
        Position first = feed.after(CODE, PATROL, Optional.empty(), 1).next();
        assertThat(received()).isEmpty();

        Position second = feed.after(CODE, PATROL, Optional.of(first), 1).next();
        assertThat(received()).containsExactly("note/1");
        feed.seen(CODE, PATROL, "note/2", second.number());
        // Whoever has seen it has it, however it came there.
        assertThat(received()).containsExactly("note/1", "note/2");
        List<java.sql.Timestamp> times = times();
        feed.after(CODE, PATROL, Optional.of(second), 1);
        feed.after(CODE, PATROL, Optional.of(first), 1);
        assertThat(times()).isEqualTo(times);

        feed.put(CODE, PATROL, subject, List.of(new Entry("note/1", Optional.of("c"))));
        assertThat(received()).containsExactly("note/2");
    }

    private List<String> received() {
        return ledger.jdbc.queryForList(
                "select item_key from feed_entry where received_at is not null order by item_key", String.class);
    }

    private List<java.sql.Timestamp> times() {
        return ledger.jdbc.queryForList(
                "select received_at from feed_entry order by item_key", java.sql.Timestamp.class);
    }

    @Test
    void whatStandsThereLikeThatAlreadyIsNoChange() {
        List<String> first = feed.put(CODE, PATROL, subject, List.of(new Entry("note/1", Optional.of("a"))));
        Position read = feed.after(CODE, PATROL, Optional.empty(), 10).next();

        assertThat(feed.put(CODE, PATROL, subject, List.of(new Entry("note/1", Optional.of("a")))))
                .isEqualTo(first);
        assertThat(feed.after(CODE, PATROL, Optional.of(read), 10).changes()).isEmpty();
    }

    @Test
    void onlyWhatStandsThereNowCanBeSeen() {
        long old = Long.parseLong(feed.put(CODE, PATROL, subject, List.of(new Entry("note/1", Optional.of("a"))))
                .get(0));
        long now = Long.parseLong(feed.put(CODE, PATROL, subject, List.of(new Entry("note/1", Optional.of("b"))))
                .get(0));

        assertThat(feed.seen(CODE, PATROL, "note/1", old)).isFalse();
        assertThat(feed.seen(CODE, PATROL, "note/1", now)).isTrue();
        assertThat(feed.seen("0182", PATROL, "note/1", now)).isFalse();
    }

    @Test
    void afterAnErasureEveryReaderBeginsAnew() {
        feed.put(CODE, PATROL, subject, List.of(new Entry("note/1", Optional.of("a"))));
        Position before = feed.after(CODE, PATROL, Optional.empty(), 10).next();
        ledger.jdbc.update("update feed_counter set generation = gen_random_uuid()");

        Page page = feed.after(CODE, PATROL, Optional.of(before), 10);

        assertThat(page.next().generation()).isNotEqualTo(before.generation());
        assertThat(page.changes()).hasSize(1);
    }
}
