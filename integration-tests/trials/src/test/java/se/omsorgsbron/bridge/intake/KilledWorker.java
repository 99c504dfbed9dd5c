package se.omsorgsbron.bridge.intake;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.ProducerTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.DeliveryAudit;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.Job;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.disclosure.OperatedBy;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;
import se.omsorgsbron.lifecare.Lifecare;
import se.omsorgsbron.lifecare.LifecareConfiguration;
import se.omsorgsbron.lifecare.journal.JournalConfiguration;

/**
 * A process that does nothing but the bridge's own steps towards one journal, so that it can be killed often: {@link
 * KilledAtThePostTest} starts it, with the ledger's address, the journal's and a file for the anchors.
 */
final class KilledWorker {
    static final String MUNICIPALITY = "0127";
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    /** Longer than a living worker takes; a dead one is waited for as long. */
    private static final Duration CLAIM = Duration.ofMillis(700);

    private final WorkQueue work;
    private final DeliverySteps steps;

    private KilledWorker(String ledger, URI journal, Path anchors) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(ledger);
        pool.setMaximumPoolSize(2);
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        work = new WorkQueue(jdbc);
        Channel channel = new Channel(
                MUNICIPALITY,
                ZONE,
                Lifecare.journal(
                        LifecareConfiguration.of(
                                MUNICIPALITY,
                                journal,
                                MUNICIPALITY,
                                "made-up",
                                new LifecareConfiguration.Headlines(Map.of(), Map.of()),
                                Map.of()),
                        new JournalConfiguration(
                                BridgeConfiguration.CASE_SYSTEM,
                                ZONE,
                                Map.of(NoteKind.DEVIATION, 1),
                                Optional.of(77),
                                5,
                                "Nattpatrull",
                                false)),
                journal.toString(),
                new DisclosurePolicy(
                        DisclosureTableFile.read("botkyrka").table(),
                        BridgeConfiguration.CASE_SYSTEM,
                        OperatedBy.MUNICIPALITY,
                        true),
                CircuitBreaker.ofDefaults("journal"));
        steps = new DeliverySteps(
                work,
                new FactReader(jdbc, new SubjectTable(jdbc)),
                new DeliveryLog(jdbc, transaction, work, new HeldItems(jdbc, transaction, new FeedStates(jdbc))),
                new Channels(List.of(channel)),
                new Signals(nobody(), "direct:nowhere"),
                new DeliveryMetrics(new SimpleMeterRegistry()),
                new DeliveryAudit(new AuditTrail(jdbc, transaction, new Anchors(anchors), Clock.systemUTC())),
                Clock.systemUTC(),
                CLAIM,
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(8)));
    }

    /** Signals cost nothing here: this process looks for itself. */
    private static ProducerTemplate nobody() {
        return (ProducerTemplate) Proxy.newProxyInstance(
                KilledWorker.class.getClassLoader(),
                new Class<?>[] {ProducerTemplate.class},
                (proxy, method, arguments) -> null);
    }

    private void run() {
        while (true) {
            List<WorkKey> due = work.due(MUNICIPALITY, BridgeConfiguration.CASE_SYSTEM, 1);
            due.forEach(this::deliver);
            if (due.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private void deliver(WorkKey key) {
        Job job = steps.claim(key);
        if (job == null) {
            return;
        }
        try {
            steps.finish(steps.deliver(steps.check(steps.project(job, steps.compose(job)))));
        } catch (RecipientUnavailable unavailable) {
            steps.unavailable(job);
        }
    }

    public static void main(String[] arguments) {
        new KilledWorker(arguments[0], URI.create(arguments[1]), Path.of(arguments[2])).run();
    }
}
