package se.omsorgsbron.bridge.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.ledger.Hash;

/**
 * Appends to the audit, in the transaction of what is audited: one happens with the other or not at all. The head is anchored as
 * soon as the transaction has ended well.
 */
public final class AuditTrail {
    /** The actor of what the bridge does by itself. */
    public static final String BRIDGE = "bridge";

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    /** Held from the append to the end of the transaction, so that there is one order. Any number that nobody else uses. */
    private static final long LOCK = 4_711_001L;

    private static final String FIRST = "0".repeat(64);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Anchors anchors;
    private final Clock clock;

    public AuditTrail(JdbcTemplate jdbc, TransactionTemplate transaction, Anchors anchors, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** The last link of the chain. */
    private record Head(long seq, String hash) {}

    /** Appends a record; last in a transaction, because others wait for it. */
    public void append(AuditRecord record) {
        transaction.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            Head head = head().orElse(new Head(0, FIRST));
            long seq = head.seq() + 1;
            UUID subject = record.subject().orElse(null);
            String event =
                    AuditEvents.json(record, clock.instant(), UUID.randomUUID().toString());
            String hash = hash(head.hash(), seq, record.municipality(), subject, event);
            jdbc.update(
                    "insert into audit_event (seq, municipality, subject_id, event, previous, hash) values (?, ?, ?, ?, ?, ?)",
                    seq,
                    record.municipality(),
                    subject,
                    event,
                    head.hash(),
                    hash);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    anchor(seq, hash);
                }
            });
        });
    }

    private void anchor(long seq, String hash) {
        try {
            anchors.write(seq, hash);
        } catch (RuntimeException e) {
            // What was audited has happened: the next head that can be anchored covers this one too.
            LOG.error("the head {} of the audit could not be anchored: can the file be written?", seq);
        }
    }

    private Optional<Head> head() {
        return jdbc
                .query(
                        "select seq, hash from audit_event order by seq desc limit 1",
                        (row, n) -> new Head(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** SHA-256 over the link before and everything that the record says. */
    static String hash(String previous, long seq, String municipality, UUID subject, String event) {
        return Hash.of(String.join("\n", previous, Long.toString(seq), municipality, String.valueOf(subject), event));
    }

    /** What the first link of the chain refers to. */
    static String first() {
        return FIRST;
    }
}
