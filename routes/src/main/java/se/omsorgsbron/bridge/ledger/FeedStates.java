package se.omsorgsbron.bridge.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.source.Observations.Coverage;

/** How far each feed has been read, and whether it answers. */
public final class FeedStates {
    private final JdbcTemplate jdbc;

    public FeedStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The state of one feed.
     *
     * @param watermark read changes from here; empty: read everything
     * @param baselineAt when everything was read last
     * @param readAt when it was read last
     * @param failure why it does not answer now
     */
    public record FeedState(
            FeedKey key,
            Optional<Instant> watermark,
            Optional<Instant> baselineAt,
            Optional<Instant> readAt,
            Optional<String> failure) {}

    /** The database's clock: the time of the current transaction. */
    Instant now() {
        return jdbc.queryForObject("select now()", Timestamp.class).toInstant();
    }

    /** The state of every feed that was ever read. */
    public List<FeedState> all() {
        return jdbc.query(
                "select municipality, system, feed, watermark, baseline_at, read_at, failure from feed_state",
                (row, n) -> new FeedState(
                        new FeedKey(row.getString(1), row.getString(2), row.getString(3)),
                        instant(row.getTimestamp(4)),
                        instant(row.getTimestamp(5)),
                        instant(row.getTimestamp(6)),
                        Optional.ofNullable(row.getString(7))));
    }

    /** The state of one feed; all empty before its first reading. */
    public FeedState of(FeedKey key) {
        return all().stream()
                .filter(state -> state.key().equals(key))
                .findFirst()
                .orElseGet(() ->
                        new FeedState(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Notes a successful reading. Part of the caller's transaction. */
    void read(FeedKey key, Coverage coverage, Instant now) {
        Optional<Instant> watermark = Optional.empty();
        if (coverage instanceof Coverage.Changes changes) {
            watermark = Optional.of(changes.watermark());
        } else if (coverage instanceof Coverage.Baseline baseline) {
            watermark = Optional.of(baseline.watermark());
        }
        // A base of which absence means nothing is one all the same.
        boolean whole =
                coverage instanceof Coverage.Baseline || !coverage.whole().isEmpty();
        jdbc.update(
                """
                insert into feed_state (municipality, system, feed, watermark, baseline_at, read_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (municipality, system, feed) do update
                set watermark = coalesce(excluded.watermark, feed_state.watermark),
                    baseline_at = coalesce(excluded.baseline_at, feed_state.baseline_at),
                    read_at = excluded.read_at, failed_since = null, failure = null
                """,
                key.municipality(),
                key.system(),
                key.feed(),
                watermark.map(Timestamp::from).orElse(null),
                whole ? Timestamp.from(now) : null,
                Timestamp.from(now));
    }

    /** Notes that a feed did not answer. */
    public void failed(FeedKey key, String failure) {
        jdbc.update("""
                insert into feed_state (municipality, system, feed, failed_since, failure) values (?, ?, ?, now(), ?)
                on conflict (municipality, system, feed) do update
                set failed_since = coalesce(feed_state.failed_since, now()), failure = excluded.failure
                """, key.municipality(), key.system(), key.feed(), failure);
    }

    /** Notes that something that is no reading of facts, such as a folder, answers again. */
    public void answers(FeedKey key) {
        jdbc.update("""
                update feed_state set failed_since = null, failure = null, read_at = now()
                where municipality = ? and system = ? and feed = ? and failure is not null
                """, key.municipality(), key.system(), key.feed());
    }

    boolean shrinkAllowed(FeedKey key) {
        return jdbc.queryForList(
                        "select shrink_allowed from feed_state where municipality = ? and system = ? and feed = ?",
                        Boolean.class,
                        key.municipality(),
                        key.system(),
                        key.feed())
                .contains(true);
    }

    /** Somebody confirmed that the list did shrink: its next readings count absences again, once. */
    void allowShrink(String municipality, String feed) {
        jdbc.update(
                "update feed_state set shrink_allowed = true where municipality = ? and feed = ?", municipality, feed);
    }

    /** The list is no longer shorter than it was known to be: the confirmation has served, and the guard is up again. */
    void endShrink(FeedKey key) {
        jdbc.update("""
                update feed_state set shrink_allowed = false
                where municipality = ? and system = ? and feed = ? and shrink_allowed
                """, key.municipality(), key.system(), key.feed());
    }

    /** The next reading of the feed reads everything. */
    void readAgain(String municipality, String feed) {
        jdbc.update("update feed_state set watermark = null where municipality = ? and feed = ?", municipality, feed);
    }

    private static Optional<Instant> instant(Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
