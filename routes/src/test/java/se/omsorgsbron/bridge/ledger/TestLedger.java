package se.omsorgsbron.bridge.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.source.Observations;

/** A ledger in a real PostgreSQL, empty at the start of each test that makes one. */
public final class TestLedger {
    public static final String RECIPIENT = "primary-care";
    public static final FeedKey FEED = new FeedKey("0127", "lifecare", "plans");

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    /** Where a command finds it. */
    public final String url;

    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final WorkQueue work;
    public final FeedStates feeds;
    public final HeldItems held;
    public final SubjectTable subjects;
    public final FactStore store;
    public final FactReader reader;
    public final DeliveryLog deliveries;
    public final Orphans orphans;

    public TestLedger() {
        String database = freshDatabase();
        url = server.getJdbcUrl("postgres", database);
        DataSource source = server.getDatabase("postgres", database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        jdbc = new JdbcTemplate(source);
        work = new WorkQueue(jdbc);
        feeds = new FeedStates(jdbc);
        held = new HeldItems(jdbc, transaction, feeds);
        subjects = new SubjectTable(jdbc);
        store = new FactStore(transaction, new FactTable(jdbc), subjects, feeds, held, work);
        reader = new FactReader(jdbc, subjects);
        deliveries = new DeliveryLog(jdbc, transaction, work, held);
        orphans = new Orphans(jdbc, held);
    }

    public FactStore.Stored store(Observations observations) {
        return store.store(FEED, observations, new ShrinkGuard(2, 3), List.of(RECIPIENT));
    }

    public SubjectFacts read(UUID subject) {
        return reader.read("0127", subject).orElseThrow();
    }

    private static synchronized String freshDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("jit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(TestLedger::stop));
                postgres("create database migrated");
                Flyway.configure()
                        .dataSource(server.getDatabase("postgres", "migrated"))
                        .load()
                        .migrate();
            }
            String name = "ledger" + DATABASES.incrementAndGet();
            postgres("create database " + name + " template migrated");
            return name;
        } catch (IOException e) {
            throw new IllegalStateException("the tests' PostgreSQL did not start", e);
        }
    }

    private static void postgres(String statement) {
        new JdbcTemplate(server.getPostgresDatabase()).execute(statement);
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the tests' PostgreSQL did not stop", e);
        }
    }
}
