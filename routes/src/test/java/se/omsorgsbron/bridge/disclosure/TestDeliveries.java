package se.omsorgsbron.bridge.disclosure;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.ProducerTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.DeliveryAudit;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.Job;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/**
 * Facts in a real ledger, delivered by the bridge's own steps in the order of its routes. The ledger has a pool of connections
 * as in production; the day is always {@link #TODAY}.
 */
final class TestDeliveries implements AutoCloseable {
    static final String MUNICIPALITY = "0127";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int ALL = 10_000;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(1), Duration.ofMillis(8));
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final FeedKey FEED = new FeedKey(MUNICIPALITY, "lifecare", "all");

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource pool = new HikariDataSource();
    private final WorkQueue work;
    private final DeliverySteps steps;
    private final List<String> recipients;

    /** Ways to recipients; the template has a route {@code direct:signal}. */
    TestDeliveries(List<Channel> channels, ProducerTemplate template) {
        pool.setJdbcUrl(ledger.url);
        pool.setMaximumPoolSize(4);
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        work = new WorkQueue(jdbc);
        recipients =
                channels.stream().map(channel -> channel.recipient().name()).toList();
        steps = new DeliverySteps(
                work,
                new FactReader(jdbc, new SubjectTable(jdbc)),
                new DeliveryLog(jdbc, transaction, work, new HeldItems(jdbc, transaction, new FeedStates(jdbc))),
                new Channels(channels),
                new Signals(template, "direct:signal"),
                new DeliveryMetrics(new SimpleMeterRegistry()),
                new DeliveryAudit(new AuditTrail(jdbc, transaction, new Anchors(anchors()), Clock.systemUTC())),
                Clock.fixed(TODAY.atTime(12, 0).atZone(ZONE).toInstant(), ZONE),
                CLAIM,
                BACKOFF);
    }

    private static Path anchors() {
        try {
            return Files.createTempFile(Files.createDirectories(Path.of("target")), "anchors", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A channel with a breaker like the bridge's, which wakes nobody: what is postponed comes back within milliseconds. */
    static Channel channel(Recipient recipient, DisclosurePolicy policy) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(4)
                .minimumNumberOfCalls(2)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(Duration.ofMillis(5))
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
        return new Channel(
                MUNICIPALITY, ZONE, recipient, "http://127.0.0.1", policy, CircuitBreaker.of(recipient.name(), config));
    }

    /** Takes facts in as a feed does; that marks the work. */
    void store(List<Fact> facts) {
        ledger.store.store(FEED, TestFacts.changes(facts.toArray(Fact[]::new)), new ShrinkGuard(2, 3), recipients);
    }

    /** What autovacuum does in time: without it, every read looks through everything. */
    void analyze() {
        ledger.jdbc.execute("analyze");
    }

    /**
     * Delivers to that recipient until nothing is left to do.
     *
     * @param people how many of the subjects are persons: they go first, so that staff and units know whether they are needed
     */
    void workOff(String recipient, int people) {
        List<WorkKey> first = new ArrayList<>(work.due(MUNICIPALITY, recipient, ALL));
        Collections.rotate(first, people);
        first.forEach(this::deliver);
        workOff(recipient);
    }

    /** Delivers to that recipient until nothing is left to do. */
    void workOff(String recipient) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (work.backlog(MUNICIPALITY, recipient) > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(recipient + " still has work after " + PATIENCE);
            }
            List<WorkKey> due = work.due(MUNICIPALITY, recipient, ALL);
            due.forEach(this::deliver);
            if (due.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
    }

    /** One subject: the routes of {@code DeliveryRoutes}, and what {@code ErrorPolicy} does when there is no answer. */
    private void deliver(WorkKey key) {
        Job job = steps.claim(key);
        if (job == null) {
            return;
        }
        try {
            Job checked = steps.check(steps.project(job, steps.compose(job)));
            steps.finish(steps.deliver(checked));
        } catch (RecipientUnavailable unavailable) {
            steps.unavailable(job);
        }
    }

    /** What is to be done ahead of everything else. */
    List<WorkKey> urgent(String recipient) {
        return work.urgent(MUNICIPALITY, recipient);
    }

    /** Keys of what is held, with why. */
    List<String> held() {
        return ledger.jdbc.queryForList("select source || ': ' || problems from held_item", String.class);
    }

    @Override
    public void close() {
        pool.close();
    }
}
