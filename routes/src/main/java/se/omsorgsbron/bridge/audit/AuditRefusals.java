package se.omsorgsbron.bridge.audit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that an external store refuses for good. Nothing is lost: they stay in the audit, and are tried again once a day. */
public final class AuditRefusals {
    private static final Duration AGAIN = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final String store;

    /** @param store its address */
    public AuditRefusals(JdbcTemplate jdbc, String store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * One of them.
     *
     * @param seq its number in the audit
     * @param reason why the store does not take it, in words
     * @param since when it was refused first
     */
    public record Refusal(long seq, String reason, Instant since) {}

    /** All of them, oldest first. */
    public List<Refusal> all() {
        return jdbc.query(
                "select seq, reason, refused_at from audit_refused where url = ? order by seq",
                (row, n) -> new Refusal(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()),
                store);
    }

    /** Has them tried again at the next moment. Returns how many there are. */
    public int retry() {
        return jdbc.update("update audit_refused set next_try = now() - interval '1 day' where url = ?", store);
    }

    /** Up to which record the store has everything: what it refuses does not count as kept. */
    public long completeTo() {
        return jdbc.queryForObject(
                "select least(?, (select min(seq) - 1 from audit_refused where url = ?))",
                Long.class,
                AuditShipment.deliveredTo(jdbc, store),
                store);
    }

    void refused(long seq, String reason, Instant now) {
        jdbc.update("""
                insert into audit_refused (url, seq, reason, refused_at, next_try) values (?, ?, ?, ?, ?)
                on conflict (url, seq) do update set reason = excluded.reason, next_try = excluded.next_try
                """, store, seq, reason, Timestamp.from(now), Timestamp.from(now.plus(AGAIN)));
    }

    void taken(long seq) {
        jdbc.update("delete from audit_refused where url = ? and seq = ?", store, seq);
    }

    /** Numbers of those whose time has come. */
    List<Long> due(Instant now) {
        return jdbc.queryForList(
                "select seq from audit_refused where url = ? and next_try <= ? order by seq",
                Long.class,
                store,
                Timestamp.from(now));
    }

    long count() {
        return jdbc.queryForObject("select count(*) from audit_refused where url = ?", Long.class, store);
    }
}
