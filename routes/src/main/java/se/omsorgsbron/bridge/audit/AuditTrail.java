package se.omsorgsbron.bridge.audit;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.mapping.Hash;

/**
 * Appends to the audit, in the transaction of what is audited: one happens with the other or not at all. The head is anchored as
 * soon as the transaction has ended well.
 */
public final class AuditTrail {
    /** The actor of what the bridge does by itself. */
    public static final String BRIDGE = "bridge";

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
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

    /** A link of the chain. */
    private record Link(long seq, String previous, String hash) {}

    /** Appends a record; last in a transaction, because others wait for it. */
    public void append(AuditRecord record) {
        UUID subject = record.subject().orElse(null);
        // Before the lock, so that nobody waits for it.
        String event =
                AuditEvents.json(record, clock.instant(), UUID.randomUUID().toString());
        transaction.executeWithoutResult(status -> {
            Link link = link(record.municipality(), subject, event);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    anchor(link.seq(), link.hash());
                }
            });
        });
    }

    /** Makes the last link, and sees that it says what was meant, whatever the database was made to do. */
    private Link link(String municipality, UUID subject, String event) {
        Link link = jdbc.queryForObject(
                "select seq, previous, hash from audit_append(?, ?, ?)",
                (row, n) -> new Link(row.getLong(1), row.getString(2), row.getString(3)),
                municipality,
                subject,
                event);
        if (!link.hash().equals(hash(link.previous(), link.seq(), municipality, subject, event))) {
            throw new IllegalStateException("the database has not recorded in the audit what it was told");
        }
        return link;
    }

    private void anchor(long seq, String hash) {
        try {
            anchors.write(seq, hash);
        } catch (RuntimeException e) {
            // What was audited has happened: the next head that can be anchored covers this one too.
            LOG.error("the head {} of the audit could not be anchored: can the file be written?", seq);
        }
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
