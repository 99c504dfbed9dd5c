package se.omsorgsbron.bridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.HeldItem;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

/**
 * A bridge that is killed ({@code kill -9}) while it writes to a journal that takes the same note as often as it comes: there is never a
 * second copy, and whatever is not known to stand there is listed for a person. How often it is killed says the build: 25 times with
 * {@code -Pthorough}.
 */
class KilledAtThePostTest {
    private static final int KILLS = Integer.getInteger("omsorgsbron.kills", 10);
    private static final long SEED = 20261125L;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private final TestLedger ledger = new TestLedger();
    private final JournalStandIn journal = new JournalStandIn();
    private final Random random = new Random(SEED);
    private final AtomicInteger killed = new AtomicInteger();
    private volatile Process worker;

    @Test
    void thereIsNeverASecondCopyAndWhatIsUncertainIsListed() throws Exception {
        store();
        journal.arriving = note -> perhapsKill(0);
        journal.answering = note -> perhapsKill(1);
        Instant deadline = Instant.now().plus(Duration.ofMinutes(20));
        while (left() > 0 && Instant.now().isBefore(deadline)) {
            worker = start();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !worker.isAlive() || left() == 0);
        }
        stop();

        Map<String, Integer> copies = new HashMap<>();
        journal.notes().forEach(note -> copies.merge(name(note), 1, Integer::sum));
        List<HeldItem> held = ledger.held.list();
        int accepted = ledger.jdbc.queryForObject(
                "select count(*) from delivery where rung = 'ACCEPTED' and not uncertain", Integer.class);
        System.out.printf(
                "Killed %d times at the POST of %d notes: %d accepted, %d uncertain and listed, %d stand in the journal, %d of them twice.%n",
                killed.get(),
                notes(),
                accepted,
                held.size(),
                copies.size(),
                copies.values().stream().filter(count -> count > 1).count());
        assertThat(killed.get()).isGreaterThanOrEqualTo(KILLS);
        assertThat(copies.values()).containsOnly(1);
        assertThat(held)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.what().reason().code()).isEqualTo("uncertain"));
        assertThat(accepted + held.size()).isEqualTo(notes());
        // Nothing is accepted that does not stand there, and nothing stands there of which nobody knows.
        assertThat(copies.size()).isBetween(accepted, accepted + held.size());
    }

    @Test
    void aPersonDecidesWhatBecomesOfAnUncertainNote() throws Exception {
        store();
        List<String> lost = new ArrayList<>();
        journal.arriving = note -> {
            if (lost.size() < 2) {
                lost.add(name(note));
                throw new IllegalStateException("the connection ends");
            }
        };
        worker = start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> left() == 0 && ledger.held.list().size() == 2);
        List<HeldItem> held = ledger.held.list();

        assertThat(ledger.held.retry(held.get(0).id(), "coordinator")).isTrue();
        assertThat(ledger.held.discard(held.get(1).id(), "coordinator", "stands there"))
                .isTrue();
        await().atMost(Duration.ofMinutes(1)).until(() -> ledger.held.list().isEmpty() && left() == 0);

        assertThat(journal.notes().stream().map(KilledAtThePostTest::name))
                .contains(lost.get(0))
                .doesNotContain(lost.get(1))
                .doesNotHaveDuplicates();
        assertThat(ledger.jdbc.queryForObject("select count(*) from delivery where rung <> 'ACCEPTED'", Integer.class))
                .isZero();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (worker != null) {
            worker.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
        journal.close();
    }

    /** A part of the notes meet a kill: before the note is kept (or is not), before it is answered, or in the moments after that. */
    private void perhapsKill(int place) {
        int moment = random.nextInt(6);
        if (killed.get() >= KILLS || moment > 2 || (moment == 0) != (place == 0)) {
            return;
        }
        boolean isLost = place == 0 && random.nextBoolean();
        Process victim = worker;
        Runnable kill = () -> {
            killed.incrementAndGet();
            victim.destroyForcibly();
        };
        if (moment == 2) {
            long later = random.nextInt(3_000_000);
            Thread thread = new Thread(() -> {
                LockSupport.parkNanos(later);
                kill.run();
            });
            thread.setDaemon(true);
            thread.start();
        } else {
            kill.run();
        }
        if (isLost) {
            throw new IllegalStateException("the request never came to an end");
        }
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                KilledWorker.class.getName(),
                ledger.url,
                journal.base().toString(),
                anchors().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-worker.log").toFile())
                .start();
    }

    private static Path anchors() {
        try {
            return Files.createTempFile(Files.createDirectories(Path.of("target")), "anchors", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int left() {
        return ledger.jdbc.queryForObject(
                "select count(*) from work where recipient = ? and due_at is not null",
                Integer.class,
                BridgeConfiguration.CASE_SYSTEM);
    }

    private static int notes() {
        return KILLS * 3;
    }

    /** The last word of a note's text is its own. */
    private static String name(JsonNode note) {
        String text = note.path("text").asText();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private void store() {
        List<Fact> facts = new ArrayList<>(List.of(
                TestFacts.person("127001", TestFacts.NUMBER, "Berg"),
                TestFacts.about(
                        "executions",
                        "4",
                        TestFacts.NUMBER,
                        new Execution(Law.SOL, "Hemtjänst", Period.from(DAY), Optional.empty()))));
        for (int i = 0; i < notes(); i++) {
            facts.add(new Fact(
                    new SourceReference("night-patrol", "notes", String.valueOf(i)),
                    TestFacts.number(TestFacts.NUMBER),
                    note(i),
                    Set.of(),
                    Set.of(),
                    Optional.empty()));
        }
        ledger.store.store(
                new FeedKey(KilledWorker.MUNICIPALITY, "lifecare", "all"),
                TestFacts.changes(facts.toArray(Fact[]::new)),
                new ShrinkGuard(2, 3),
                List.of(BridgeConfiguration.CASE_SYSTEM));
    }

    private static JournalNote note(int number) {
        Instant at = DAY.atStartOfDay().plusMinutes(number).toInstant(java.time.ZoneOffset.UTC);
        return new JournalNote(
                NoteKind.DEVIATION,
                at,
                at,
                Optional.of(at),
                Optional.empty(),
                new PersonName("Eva", "Öberg"),
                "",
                new FreeText("Anteckning n" + number),
                false,
                Optional.empty(),
                false,
                Law.SOL);
    }
}
