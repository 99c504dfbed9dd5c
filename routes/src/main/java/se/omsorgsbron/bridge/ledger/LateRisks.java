package se.omsorgsbron.bridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.mapping.Reason;

/**
 * Tells the coordinator of each recipient that has not received, or not seen, a risk in time: once, whatever becomes of it later, by
 * whichever node looks first. It is over when the recipient has it, or when it is not its to know any more.
 */
public final class LateRisks {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final HeldItems held;

    public LateRisks(JdbcTemplate jdbc, TransactionTemplate transaction, HeldItems held) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.held = held;
    }

    /**
     * How long a recipient has.
     *
     * @param receive until it has received a risk
     * @param see until it has said that a person saw it, where it can say so
     */
    public record Limits(Duration receive, Duration see) {}

    /**
     * A recipient that is late.
     *
     * @param key of the person, as the risk's source names them
     * @param since from when on it was to know it
     * @param why {@link Reason#RISK_NOT_RECEIVED} or {@link Reason#RISK_NOT_SEEN}
     */
    public record Late(
            String municipality,
            String recipient,
            UUID subject,
            SubjectKey key,
            String itemKey,
            Instant since,
            Reason why) {}

    /**
     * Tells of everybody who is late and of whom it was not told yet. The database's clock says who is late.
     *
     * @param limits by municipality; in the others nobody is late
     */
    public List<Late> tell(Map<String, Limits> limits) {
        List<String> codes = limits.keySet().stream().sorted().toList();
        return transaction.execute(status -> {
            List<Late> late = jdbc.query(
                    """
                    with late as (
                        select m.municipality, m.fact_id, m.recipient, m.subject_id, f.key_kind, f.key_system, f.key_value,
                            m.item_key, m.since, s.received_at is null as unreceived
                        from unnest(?::text[], ?::float8[], ?::float8[]) as l (municipality, receive, see)
                        join risk_member m on m.municipality = l.municipality
                        join fact f on f.id = m.fact_id
                        join work w on w.municipality = m.municipality and w.subject_id = m.subject_id
                            and w.recipient = m.recipient and w.wanted = m.decided
                        left join standing s on s.municipality = m.municipality and s.recipient = m.recipient
                            and s.item_key = m.item_key
                        where m.item_key is not null and m.told_at is null and (
                            (s.received_at is null and m.since <= now() - make_interval(secs => l.receive))
                            or (s.says_seen and s.seen_at is null and m.since <= now() - make_interval(secs => l.see)))
                        for update of m skip locked)
                    update risk_member m set told_at = now(), told_key = l.item_key from late l
                    where m.municipality = l.municipality and m.fact_id = l.fact_id and m.recipient = l.recipient
                        and m.told_at is null
                    returning l.municipality, l.recipient, l.subject_id, l.key_kind, l.key_system, l.key_value, l.item_key,
                        l.since, l.unreceived
                    """,
                    (row, n) -> late(row),
                    codes.toArray(String[]::new),
                    seconds(codes.stream()
                            .map(code -> limits.get(code).receive())
                            .toList()),
                    seconds(codes.stream().map(code -> limits.get(code).see()).toList()));
            late.forEach(one -> held.hold(HeldItem.Held.late(one)));
            return late;
        });
    }

    private static Double[] seconds(List<Duration> durations) {
        return durations.stream().map(one -> one.toMillis() / 1000.0).toArray(Double[]::new);
    }

    private static Late late(ResultSet row) throws SQLException {
        return new Late(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                FactRows.key(row, 4),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getBoolean(9) ? Reason.RISK_NOT_RECEIVED : Reason.RISK_NOT_SEEN);
    }

    /** Ends what was told of recipients that have come to know the risk, or need not any more. Returns how many. */
    public int close() {
        return transaction.execute(status -> {
            List<String[]> over =
                    jdbc.query("""
                    with over as (
                        select m.municipality, m.fact_id, m.recipient from risk_member m
                        left join standing s on s.municipality = m.municipality and s.recipient = m.recipient
                            and s.item_key = m.item_key
                        where m.told_at is not null and m.closed_at is null and (m.item_key is null
                            or (s.received_at is not null and (s.seen_at is not null or not s.says_seen)))
                        for update of m skip locked)
                    update risk_member m set closed_at = now() from over o
                    where m.municipality = o.municipality and m.fact_id = o.fact_id and m.recipient = o.recipient
                        and m.closed_at is null
                    returning m.municipality, m.recipient, m.told_key
                    """, (row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)});
            over.forEach(one -> held.mend(one[0], HeldItem.Held.lateSource(one[1], one[2])));
            return over.size();
        });
    }
}
