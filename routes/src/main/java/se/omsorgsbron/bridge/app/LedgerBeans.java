package se.omsorgsbron.bridge.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FactTable;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.HeldItems;
import se.omsorgsbron.bridge.ledger.Orphans;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.ledger.WorkQueue;

/** The ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerBeans {
    /** Connections beside the workers': feeds, sweep, health. */
    private static final int OTHER_CONNECTIONS = 6;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(BridgeConfiguration configuration) {
        return LedgerAccess.dataSource(
                configuration.ledger(), configuration.deliver().workers() + OTHER_CONNECTIONS);
    }

    @Bean
    TransactionTemplate ledgerTransactions(DataSource source) {
        return LedgerAccess.transactions(source);
    }

    @Bean
    FeedStates feedStates(JdbcTemplate jdbc) {
        return new FeedStates(jdbc);
    }

    @Bean
    HeldItems heldItems(JdbcTemplate jdbc, TransactionTemplate transactions, FeedStates feeds) {
        return new HeldItems(jdbc, transactions, feeds);
    }

    @Bean
    WorkQueue workQueue(JdbcTemplate jdbc) {
        return new WorkQueue(jdbc);
    }

    @Bean
    SubjectTable subjectTable(JdbcTemplate jdbc) {
        return new SubjectTable(jdbc);
    }

    @Bean
    FactReader factReader(JdbcTemplate jdbc, SubjectTable subjects) {
        return new FactReader(jdbc, subjects);
    }

    @Bean
    FactStore factStore(
            TransactionTemplate transactions,
            JdbcTemplate jdbc,
            SubjectTable subjects,
            FeedStates feeds,
            HeldItems held,
            WorkQueue work) {
        return new FactStore(transactions, new FactTable(jdbc), subjects, feeds, held, work);
    }

    @Bean
    DeliveryLog deliveryLog(JdbcTemplate jdbc, TransactionTemplate transactions, WorkQueue work, HeldItems held) {
        return new DeliveryLog(jdbc, transactions, work, held);
    }

    @Bean
    Anchors anchors(BridgeConfiguration configuration) {
        return new Anchors(configuration.audit().anchors());
    }

    @Bean
    AuditTrail auditTrail(JdbcTemplate jdbc, TransactionTemplate transactions, Anchors anchors, Clock clock) {
        return new AuditTrail(jdbc, transactions, anchors, clock);
    }

    @Bean
    Orphans orphans(JdbcTemplate jdbc, HeldItems held) {
        return new Orphans(jdbc, held);
    }
}
