package se.omsorgsbron.bridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.domain.SourceReference;

/**
 * Risks that were fresh when they were stored (D17), whose they are to know, and where they stand at each of those. Who that is is decided
 * anew whenever anything about the person has changed: a risk that was withdrawn, a person who left, a ground that ended.
 */
public final class RiskTable {
    /** After that nobody waits for a risk any more. */
    static final Duration LOOKED_AFTER = Duration.ofDays(30);

    private final JdbcTemplate jdbc;

    public RiskTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether a recipient may have a risk is to be decided.
     *
     * @param fact the risk, by its number in the ledger
     * @param subject whom it is about
     * @param wanted the state of the subject that is decided for
     */
    public record Undecided(
            String municipality, long fact, SourceReference risk, UUID subject, String recipient, long wanted) {}

    /**
     * Where a risk stands at one recipient that is to know it.
     *
     * @param risk its number in the ledger
     * @param subject whom it is about
     * @param system where it was noted
     * @param noted when the bridge stored it
     * @param over whether it was withdrawn or deleted
     * @param member empty where it is nobody's to know
     */
    public record Row(
            String municipality,
            long risk,
            UUID subject,
            String system,
            Instant noted,
            boolean over,
            Optional<Member> member) {}

    /**
     * A recipient that is to know a risk.
     *
     * @param since from when on
     * @param received when it had received it
     * @param seen when it said that a person had seen it
     * @param told when the coordinator was told that it was late
     */
    public record Member(
            String recipient,
            Standings.Rung rung,
            Instant since,
            Optional<Instant> received,
            Optional<Instant> seen,
            Optional<Instant> told) {}

    /** Notes fresh risks; one that is known already stays as it is. Part of the caller's transaction. */
    void noted(String municipality, Collection<SourceReference> risks, List<String> connected) {
        for (SourceReference risk : risks) {
            jdbc.update("""
                    insert into risk (municipality, fact_id, connected)
                    select municipality, id, ?::text[] from fact
                    where municipality = ? and system = ? and resource = ? and source_id = ? and not superseded
                    on conflict do nothing
                    """, connected.toArray(String[]::new), municipality, risk.system(), risk.resource(), risk.id());
        }
    }

    /** What is to be decided, the earliest risks first. */
    public List<Undecided> undecided(int limit) {
        return jdbc.query(
                """
                select r.municipality, r.fact_id, f.system, f.resource, f.source_id, o.subject_id, w.recipient, w.wanted
                from risk r
                join fact f on f.id = r.fact_id
                cross join lateral (
                    -- One key at a time: the planner would join the whole view otherwise.
                    select k.municipality, k.subject_id from key_owner k where k.municipality = r.municipality
                        and k.kind = f.key_kind and k.system = f.key_system and k.value = f.key_value offset 0) o
                join work w on w.municipality = o.municipality and w.subject_id = o.subject_id
                left join risk_member m on m.municipality = r.municipality and m.fact_id = r.fact_id
                    and m.recipient = w.recipient
                where r.noted_at > now() - make_interval(secs => ?)
                    and (m.decided is distinct from w.wanted or m.subject_id <> o.subject_id)
                order by r.fact_id, w.recipient limit ?
                """,
                (row, n) -> new Undecided(
                        row.getString(1),
                        row.getLong(2),
                        new SourceReference(row.getString(3), row.getString(4), row.getString(5)),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        row.getLong(8)),
                LOOKED_AFTER.toSeconds(),
                limit);
    }

    /**
     * Whether a recipient is to know a risk.
     *
     * @param itemKey under which it is told; empty where it may not have it
     */
    public record Decision(Undecided about, Optional<String> itemKey) {}

    /**
     * Notes who is to know what. The time that a recipient has begins when the risk was stored; or now, for one that was not connected
     * then or that could not have it before.
     */
    public void decide(List<Decision> decisions) {
        jdbc.batchUpdate("""
                insert into risk_member as m (municipality, fact_id, recipient, subject_id, item_key, since, decided)
                select r.municipality, r.fact_id, k.recipient, s.id, k.item_key,
                    case when k.item_key is null then null
                        when k.recipient = any (r.connected) then greatest(r.noted_at, s.created_at) else now() end, k.wanted
                from (select ?::text as municipality, ?::bigint as fact_id, ?::text as recipient, ?::uuid as subject_id,
                    ?::text as item_key, ?::bigint as wanted) k
                join risk r on r.municipality = k.municipality and r.fact_id = k.fact_id
                join subject s on s.municipality = k.municipality and s.id = k.subject_id
                on conflict (municipality, fact_id, recipient) do update
                set subject_id = excluded.subject_id, item_key = excluded.item_key, decided = excluded.decided,
                    since = case when excluded.item_key is null then null when m.item_key is null then now() else m.since end
                where m.subject_id <> excluded.subject_id or m.decided < excluded.decided
                """, decisions.stream().map(RiskTable::row).toList());
    }

    private static Object[] row(Decision decision) {
        Undecided about = decision.about();
        return new Object[] {
            about.municipality(),
            about.fact(),
            about.recipient(),
            about.subject(),
            decision.itemKey().orElse(null),
            about.wanted()
        };
    }

    /** The risks that are looked after, the newest first, with who is to know them. Empty means every municipality, every person. */
    public List<Row> list(Optional<String> municipality, Optional<UUID> person) {
        return jdbc.query(
                """
                select m.municipality, m.fact_id, m.subject_id, f.system, r.noted_at,
                    f.gone_since is not null or coalesce((f.content ->> 'withdrawn')::boolean, false),
                    m.item_key, m.recipient, coalesce(s.rung, 'QUEUED'), m.since, s.received_at, s.seen_at, m.told_at
                from risk_member m
                join risk r on r.municipality = m.municipality and r.fact_id = m.fact_id
                join fact f on f.id = m.fact_id
                left join standing s on s.municipality = m.municipality and s.recipient = m.recipient
                    and s.item_key = m.item_key
                where r.noted_at > now() - make_interval(secs => ?) and (?::text is null or m.municipality = ?)
                    and (?::uuid is null or m.subject_id = ?)
                order by r.noted_at desc, m.fact_id desc, m.recipient
                """,
                (row, n) -> row(row),
                LOOKED_AFTER.toSeconds(),
                municipality.orElse(null),
                municipality.orElse(null),
                person.orElse(null),
                person.orElse(null));
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<Member> member = row.getString(7) == null
                ? Optional.empty()
                : Optional.of(new Member(
                        row.getString(8),
                        Standings.Rung.valueOf(row.getString(9)),
                        row.getTimestamp(10).toInstant(),
                        instant(row, 11),
                        instant(row, 12),
                        instant(row, 13)));
        return new Row(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getBoolean(6),
                member);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }
}
