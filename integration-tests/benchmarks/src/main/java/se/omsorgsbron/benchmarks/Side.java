package se.omsorgsbron.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.deliver.Channel;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.DeliveryAudit;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.disclosure.OperatedBy;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FactTable;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** One of the two that are compared: a ledger of its own, a client of its own, and a way to deliver. */
final class Side implements AutoCloseable {
    static final String MUNICIPALITY = "0127";
    static final String RECIPIENT = "primary-care";
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int OTHER_CONNECTIONS = 2;
    private static final int PAGE = 500;
    private static final FeedKey FEED = new FeedKey(MUNICIPALITY, "lifecare", "benchmark");

    final boolean guarded;
    final CountedRecipient recipient;
    final Pipeline pipeline;
    private final HikariDataSource pool = new HikariDataSource();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    private final WorkQueue work = new WorkQueue(jdbc);
    private final FactStore store;
    private final Anchors anchors;

    /**
     * @param guarded the bridge as it is; otherwise the comparator
     * @param ledger address of an empty database
     */
    Side(boolean guarded, String ledger, Surroundings surroundings) throws Exception {
        this.guarded = guarded;
        this.anchors = new Anchors(surroundings.anchors());
        pool.setJdbcUrl(ledger);
        pool.setMaximumPoolSize(surroundings.workers() + OTHER_CONNECTIONS);
        Flyway.configure().dataSource(pool).load().migrate();
        SubjectTable subjects = new SubjectTable(jdbc);
        FeedStates feeds = new FeedStates(jdbc);
        HeldItems held = new HeldItems(jdbc, transaction, feeds);
        FactReader facts = new FactReader(jdbc, subjects);
        DeliveryLog log = new DeliveryLog(jdbc, transaction, work, held);
        Clock clock = Clock.systemUTC();
        store = new FactStore(transaction, new FactTable(jdbc), subjects, feeds, held, work);
        recipient = surroundings.recipient(camel, guarded);
        DeliveryMetrics metrics = new DeliveryMetrics(new SimpleMeterRegistry());
        DeliverySteps steps = new DeliverySteps(
                work,
                facts,
                log,
                new Channels(List.of(channel())),
                new Signals(camel.createProducerTemplate(), "direct:signal"),
                metrics,
                // The comparator's deliver step is not the bridge's: nothing calls an audit that is not there.
                new DeliveryAudit(guarded ? new AuditTrail(jdbc, transaction, anchors, clock) : null),
                clock,
                Duration.ofMinutes(2),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(8)));
        pipeline = guarded ? new BridgePipeline(steps) : new BarePipeline(steps, facts, log, metrics, clock);
    }

    private Channel channel() {
        // The comparator's table allows nothing, so that it would show if it were asked.
        DisclosureTable table = guarded ? DisclosureTableFile.read("botkyrka").table() : DisclosureTable.NOTHING;
        return new Channel(
                MUNICIPALITY,
                ZONE,
                recipient,
                "http://127.0.0.1",
                new DisclosurePolicy(table, RECIPIENT, OperatedBy.REGION),
                CircuitBreaker.ofDefaults(RECIPIENT));
    }

    String title() {
        return guarded ? "the bridge" : "comparator";
    }

    /**
     * Takes facts in as a feed does, page by page; that marks the work. After each the database looks how much it has, as it does in
     * time: without it, every look-up reads everything.
     */
    void store(List<Fact> facts) {
        for (int from = 0; from < facts.size(); from += PAGE) {
            page(facts.subList(from, Math.min(from + PAGE, facts.size())));
            jdbc.execute("analyze");
        }
    }

    private void page(List<Fact> facts) {
        List<Observation> read = facts.stream()
                .<Observation>map(fact -> new Observation.Read(fact.source(), List.of(fact), List.of()))
                .toList();
        store.store(
                FEED,
                new Observations(read, new Observations.Coverage.Changes(Instant.now())),
                new ShrinkGuard(2, 3),
                List.of(RECIPIENT));
    }

    /** What is due. */
    List<WorkKey> due() {
        return work.due(MUNICIPALITY, RECIPIENT, Integer.MAX_VALUE);
    }

    /** How many subjects have work left. */
    long backlog() {
        return work.backlog(MUNICIPALITY, RECIPIENT);
    }

    /**
     * What the side did in all.
     *
     * @param deliveries to the recipient
     * @param audited records in the audit, which is whole
     */
    record Done(long deliveries, long audited) {}

    Done done() throws IOException {
        AuditReader.Verification verification = new AuditReader(jdbc, transaction, anchors).verify();
        if (guarded && !verification.findings().isEmpty()) {
            throw new IllegalStateException("The audit is not whole: " + verification.findings());
        }
        return new Done(recipient.sent().parcels(), verification.records());
    }

    @Override
    public void close() {
        camel.stop();
        pool.close();
    }
}
