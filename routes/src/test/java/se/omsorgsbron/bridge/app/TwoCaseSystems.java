package se.omsorgsbron.bridge.app;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.DeliveryAudit;
import se.omsorgsbron.bridge.deliver.DeliveryMetrics;
import se.omsorgsbron.bridge.deliver.DeliverySteps;
import se.omsorgsbron.bridge.deliver.Job;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.intake.JournalStandIn;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;
import se.omsorgsbron.bridge.observe.FeedReader;
import se.omsorgsbron.bridge.observe.FirstReading;
import se.omsorgsbron.bridge.observe.Source;

/**
 * A municipality with both case systems, wired from a configuration file as the bridge wires it: CareManagement is read and both
 * journals are written over HTTP; what Lifecare says is put in the ledger by the test.
 */
final class TwoCaseSystems implements AutoCloseable {
    static final String MUNICIPALITY = "0127";
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final ShrinkGuard GUARD = new ShrinkGuard(2, 3);

    final TestLedger ledger = new TestLedger();
    final JournalStandIn lifecare = new JournalStandIn();
    final CareManagementStandIn careManagement = new CareManagementStandIn(TestFacts.NUMBER);
    private final Path file;
    private final BridgeConfiguration configuration;
    private final CareManagementSources sources;
    private final Channels channels;
    private final DeliverySteps steps;
    private final FeedReader.Ledger feeds;

    /** @param table the decision table for what may leave */
    TwoCaseSystems(Path folder, String table) throws IOException {
        file = TwoCaseSystemsFile.write(folder, table, ledger.url, lifecare.base(), careManagement.base());
        configuration = TwoCaseSystemsFile.read(file);
        sources = new CareManagementSources(configuration);
        channels = new Channels(JournalChannels.of(configuration, sources, ledger.work));
        Signals signals = new Signals(nobody(), "direct:nowhere");
        AuditTrail audit = new AuditTrail(
                ledger.jdbc, ledger.transaction, new Anchors(folder.resolve("anchors.log")), Clock.systemUTC());
        steps = new DeliverySteps(
                ledger.work,
                ledger.reader,
                ledger.deliveries,
                channels,
                signals,
                new DeliveryMetrics(new SimpleMeterRegistry()),
                new DeliveryAudit(audit),
                Clock.systemUTC(),
                Duration.ofMinutes(1),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(8)));
        feeds = new FeedReader.Ledger(
                ledger.store,
                ledger.reader,
                ledger.feeds,
                new FirstReading(Clock.systemUTC(), Duration.ZERO),
                channels,
                signals,
                new SimpleMeterRegistry());
    }

    private static ProducerTemplate nobody() {
        return (ProducerTemplate) Proxy.newProxyInstance(
                TwoCaseSystems.class.getClassLoader(),
                new Class<?>[] {ProducerTemplate.class},
                (proxy, method, arguments) -> null);
    }

    /** Lifecare says who the person is, that there is home care, and that. */
    void lifecareSays(Fact... more) {
        Stream<Fact> always = Stream.of(
                TestFacts.person("127001", TestFacts.NUMBER, "Berg"),
                TestFacts.about(
                        "executions",
                        "4",
                        TestFacts.NUMBER,
                        new Execution(Law.SOL, "Hemtjänst", Period.from(DAY), Optional.empty())));
        says("lifecare", Stream.concat(always, Stream.of(more)).toArray(Fact[]::new));
    }

    /** The night patrol's note of that id, like one of Lifecare's. */
    void patrolSays(String id) {
        Fact like = TestFacts.note(id, TestFacts.NUMBER);
        SourceReference source = new SourceReference("night-patrol", "notes", id);
        says("night-patrol", new Fact(source, like.subject(), like.content(), Set.of(), Set.of(), Optional.empty()));
    }

    /** The whole bridge with this configuration. Lifecare, of which only the journal stands, counts as read. */
    ConfigurableApplicationContext start() {
        LifecareSources.of(configuration)
                .forEach(source -> source.feeds()
                        .forEach(feed -> ledger.store.store(
                                new FeedKey(MUNICIPALITY, source.system(), feed.name()),
                                TestFacts.changes(),
                                GUARD,
                                channels.recipients(MUNICIPALITY))));
        return BridgeApplication.application(configuration, file).run();
    }

    /** What any system says. */
    void says(String system, Fact... facts) {
        ledger.store.store(
                new FeedKey(MUNICIPALITY, system, "all"),
                TestFacts.changes(facts),
                GUARD,
                channels.recipients(MUNICIPALITY));
    }

    /** Reads all of CareManagement, as often as it takes for what is there to count. */
    void readCareManagement() {
        for (Source source : sources.sources()) {
            source.feeds()
                    .forEach(feed -> new FeedReader(
                                    new FeedKey(source.municipality(), source.system(), feed.name()),
                                    feed,
                                    feeds,
                                    new FeedReader.Pace(Duration.ZERO, Duration.ofDays(1), GUARD, Clock.systemUTC()))
                            .read());
        }
    }

    /** Takes the bridge's own steps until nothing is due for either journal. */
    void deliver() {
        List<String> recipients = channels.recipients(MUNICIPALITY);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            recipients.forEach(name -> ledger.work.due(MUNICIPALITY, name, 10).forEach(this::deliver));
            return ledger.jdbc.queryForObject("select count(*) from work where due_at is not null", Integer.class) == 0;
        });
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

    PersonRecord person() {
        return (PersonRecord) Composer.compose(ledger.read(TestFacts.subject("clients", "127001")), DAY, ZONE)
                .orElseThrow();
    }

    static String text(JsonNode entry) {
        return entry.path("text").asText();
    }

    @Override
    public void close() {
        lifecare.close();
        careManagement.close();
    }
}
