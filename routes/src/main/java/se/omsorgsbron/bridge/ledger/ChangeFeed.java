package se.omsorgsbron.bridge.ledger;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.nightpatrol.Outbox;

/** What a recipient that comes itself reads: the newest state of each entry, in the order of commits. */
public final class ChangeFeed {
    private static final int FETCH = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public ChangeFeed(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * One entry as it stands now.
     *
     * @param number its place in the order
     * @param content empty where it is to be removed
     */
    public record Change(long number, String key, Optional<String> content, Instant at) {}

    /**
     * Where a reader stands.
     *
     * @param generation of the feed: with another one the reader begins anew
     * @param number of the last change that it has read; 0 before the first
     */
    public record Position(UUID generation, long number) {}

    /**
     * Some changes.
     *
     * @param next where to go on from
     * @param more whether there are more already
     */
    public record Page(List<Change> changes, Position next, boolean more) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /** Puts entries of a subject, all or none; returns the number of each, as text. */
    public List<String> put(String municipality, String recipient, UUID subject, List<Outbox.Entry> entries) {
        return transaction.execute(status -> {
            lock(municipality, recipient);
            List<String> numbers = new ArrayList<>();
            entries.forEach(entry -> numbers.add(String.valueOf(put(municipality, recipient, subject, entry))));
            return numbers;
        });
    }

    private long put(String municipality, String recipient, UUID subject, Outbox.Entry entry) {
        String content = entry.content().orElse(null);
        List<Long> unchanged = jdbc.queryForList("""
                select number from feed_entry
                where municipality = ? and recipient = ? and item_key = ? and content is not distinct from ?
                """, Long.class, municipality, recipient, entry.key(), content);
        if (!unchanged.isEmpty()) {
            return unchanged.get(0);
        }
        return jdbc.queryForObject(
                """
                with next as (
                    update feed_counter set number = number + 1 where municipality = ? and recipient = ? returning number)
                insert into feed_entry (municipality, recipient, item_key, subject_id, number, content)
                select ?, ?, ?, ?, number, ? from next
                on conflict (municipality, recipient, item_key) do update
                set number = excluded.number, content = excluded.content, changed_at = now(), received_at = null,
                    seen_at = null
                returning number
                """, Long.class, municipality, recipient, municipality, recipient, entry.key(), subject, content);
    }

    private void lock(String municipality, String recipient) {
        begin(municipality, recipient);
        jdbc.query(
                "select 1 from feed_counter where municipality = ? and recipient = ? for update",
                row -> {},
                municipality,
                recipient);
    }

    /**
     * The changes after a position, the earliest first; from the beginning where there is none, or one of another generation.
     *
     * @param count at most so many
     */
    public Page after(String municipality, String recipient, Optional<Position> position, int count) {
        UUID generation = generation(municipality, recipient);
        long from = position.filter(at -> at.generation().equals(generation))
                .map(Position::number)
                .orElse(0L);
        List<Change> changes = jdbc.query(
                """
                select number, item_key, content, changed_at from feed_entry
                where municipality = ? and recipient = ? and number > ? order by number limit ?
                """,
                (row, n) -> new Change(
                        row.getLong(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        row.getTimestamp(4).toInstant()),
                municipality,
                recipient,
                from,
                count + 1);
        boolean more = changes.size() > count;
        List<Change> page = more ? changes.subList(0, count) : changes;
        long last = page.isEmpty() ? from : page.get(page.size() - 1).number();
        // Who asks for what comes after a change has that change.
        jdbc.update("""
                with before as (
                    select municipality, recipient, fetched from feed_counter
                    where municipality = ? and recipient = ? and fetched < ? for update),
                entries as (
                    update feed_entry e set received_at = coalesce(e.received_at, now()) from before b
                    where e.municipality = b.municipality and e.recipient = b.recipient
                        and e.number > b.fetched and e.number <= ?)
                update feed_counter c set fetched = ?, fetched_at = now() from before b
                where c.municipality = b.municipality and c.recipient = b.recipient
                """, municipality, recipient, from, from, from);
        return new Page(page, new Position(generation, last), more);
    }

    /** Where the feed stands: who has read everything up to here has the current state. */
    public Position last(String municipality, String recipient) {
        UUID generation = generation(municipality, recipient);
        long number = jdbc.queryForObject(
                "select number from feed_counter where municipality = ? and recipient = ?",
                Long.class,
                municipality,
                recipient);
        return new Position(generation, number);
    }

    /**
     * The current state, one entry after the other, as it stands at one moment: persons and staff before what refers to them. What is to
     * be removed is not among them.
     */
    public void current(String municipality, String recipient, BiConsumer<String, String> entry) {
        transaction.executeWithoutResult(status -> {
            // A cursor, which needs a transaction: the state of a whole municipality is never in memory.
            jdbc.query(
                    connection -> {
                        PreparedStatement statement = connection.prepareStatement("""
                                select item_key, content from feed_entry
                                where municipality = ? and recipient = ? and content is not null
                                order by case when item_key like 'person/%' or item_key like 'staff/%' then 0 else 1 end, subject_id, item_key
                                """);
                        statement.setString(1, municipality);
                        statement.setString(2, recipient);
                        statement.setFetchSize(FETCH);
                        return statement;
                    },
                    row -> {
                        entry.accept(row.getString(1), row.getString(2));
                    });
        });
    }

    /** Notes that somebody has seen an entry as it stands under that number; false if it has changed since, or is not there. */
    public boolean seen(String municipality, String recipient, String key, long number) {
        return jdbc.update("""
                        update feed_entry set seen_at = coalesce(seen_at, now()), received_at = coalesce(received_at, now())
                        where municipality = ? and recipient = ? and item_key = ? and number = ? and content is not null
                        """, municipality, recipient, key, number) == 1;
    }

    private UUID generation(String municipality, String recipient) {
        return known(municipality, recipient).orElseGet(() -> {
            begin(municipality, recipient);
            return known(municipality, recipient).orElseThrow();
        });
    }

    private Optional<UUID> known(String municipality, String recipient) {
        return jdbc
                .queryForList(
                        "select generation from feed_counter where municipality = ? and recipient = ?",
                        UUID.class,
                        municipality,
                        recipient)
                .stream()
                .findFirst();
    }

    private void begin(String municipality, String recipient) {
        jdbc.update(
                "insert into feed_counter (municipality, recipient, number) values (?, ?, 0) on conflict do nothing",
                municipality,
                recipient);
    }
}
