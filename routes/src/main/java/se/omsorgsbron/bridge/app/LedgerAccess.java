package se.omsorgsbron.bridge.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditCut;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditRefusals;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.Secret;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.PersonData;
import se.omsorgsbron.bridge.ledger.RiskTable;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.operations.HeldDesk;
import se.omsorgsbron.bridge.operations.RiskDesk;

/** The ledger for a command: one connection, nothing else of the bridge. */
public final class LedgerAccess implements AutoCloseable {
    private final HikariDataSource source;
    private final Anchors anchors;

    private LedgerAccess(HikariDataSource source, Anchors anchors) {
        this.source = source;
        this.anchors = anchors;
    }

    public static LedgerAccess open(BridgeConfiguration configuration) {
        return new LedgerAccess(
                dataSource(configuration.ledger(), 1),
                new Anchors(configuration.audit().anchors()));
    }

    /** The pool for a bridge with that many connections; connects at first use. */
    static HikariDataSource dataSource(BridgeConfiguration.Ledger ledger, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(ledger.url());
        config.setUsername(ledger.username());
        config.setPassword(Secret.of(ledger.password(), ledger.passwordFile()).orElse(""));
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static TransactionTemplate transactions(DataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** What people do with what is held. */
    public HeldDesk heldDesk() {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        HeldItems held = new HeldItems(jdbc, transactions(), new FeedStates(jdbc));
        return new HeldDesk(held, audit(), transactions());
    }

    /** Who has received and who has seen each risk. */
    public RiskDesk riskDesk() {
        return new RiskDesk(new RiskTable(new JdbcTemplate(source)), audit());
    }

    /** Appends to the audit. */
    public AuditTrail audit() {
        return new AuditTrail(new JdbcTemplate(source), transactions(), anchors, Clock.systemUTC());
    }

    /** Reads the audit. */
    public AuditReader auditReader() {
        return new AuditReader(new JdbcTemplate(source), transactions(), anchors);
    }

    /** Removes what the audit has kept long enough. */
    public AuditCut auditCut() {
        return new AuditCut(
                new JdbcTemplate(source), transactions(), audit(), auditReader(), anchors, Clock.systemUTC());
    }

    /** What an external store of the audit refuses. */
    public AuditRefusals auditRefusals(String store) {
        return new AuditRefusals(new JdbcTemplate(source), store);
    }

    /** What is done in it is done as a whole or not at all. */
    public TransactionTemplate transactions() {
        return transactions(source);
    }

    /** Who is who. */
    public SubjectTable subjects() {
        return new SubjectTable(new JdbcTemplate(source));
    }

    /** Everything of one person. */
    public PersonData personData() {
        return new PersonData(new JdbcTemplate(source), transactions());
    }

    /** What is known. */
    public FactReader facts() {
        return new FactReader(new JdbcTemplate(source), subjects());
    }

    @Override
    public void close() {
        source.close();
    }
}
