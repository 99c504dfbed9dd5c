package se.omsorgsbron.bridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.mapping.Hash;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.ledger.HeldItem.Held;
import se.omsorgsbron.bridge.ledger.HeldItem.State;

/** What is held back. An item is held once for each source; what is the same as before is not written again. */
public final class HeldItems {
    private static final String COLUMNS = "id, municipality, source, feed, subject_id, recipient, item_key, key_kind,"
            + " key_system, key_value, problems, original, held_at, state";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final FeedStates feeds;

    public HeldItems(JdbcTemplate jdbc, TransactionTemplate transaction, FeedStates feeds) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.feeds = feeds;
    }

    /** Holds an item back, or notes that it is still held. A discarded one stays discarded until it changes. */
    void hold(Held held) {
        boolean known =
                Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select 1 from held_item
                    where municipality = ? and source = ? and state in ('OPEN', 'RETRIED', 'DISCARDED'))
                """, Boolean.class, held.municipality(), held.source()));
        if (known) {
            holdAgain(held);
        } else {
            insert(held);
        }
    }

    private void holdAgain(Held held) {
        jdbc.update(
                """
                update held_item
                set reason = ?, owner = ?, problems = ?::jsonb, original = ?, original_hash = ?, state = 'OPEN',
                    closed_at = null
                where municipality = ? and source = ?
                    and (state = 'RETRIED'
                        or (state in ('OPEN', 'DISCARDED') and original_hash <> ?)
                        or (state = 'OPEN' and reason <> ?))
                """,
                held.reason().code(),
                held.reason().owner().code(),
                LedgerJson.write(held.problems()),
                held.original(),
                Hash.of(held.original()),
                held.municipality(),
                held.source(),
                Hash.of(held.original()),
                held.reason().code());
    }

    private void insert(Held held) {
        Optional<Held.Delivery> delivery = held.delivery();
        jdbc.update(
                """
                insert into held_item (municipality, source, feed, subject_id, recipient, item_key, key_kind, key_system,
                    key_value, reason, owner, problems, original, original_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                held.municipality(),
                held.source(),
                held.feed().orElse(null),
                delivery.map(Held.Delivery::subject).orElse(null),
                delivery.map(Held.Delivery::recipient).orElse(null),
                delivery.map(Held.Delivery::itemKey).orElse(null),
                held.key().map(key -> key.kind().name()).orElse(null),
                held.key().map(SubjectKey::system).orElse(null),
                held.key().map(SubjectKey::value).orElse(null),
                held.reason().code(),
                held.reason().owner().code(),
                LedgerJson.write(held.problems()),
                held.original(),
                Hash.of(held.original()));
    }

    /** The cause is gone: what was held of that source is held no longer. */
    void mend(String municipality, String source) {
        jdbc.update("""
                with mended as (
                    update held_item set state = 'MENDED', closed_at = now()
                    where municipality = ? and source = ? and state in ('OPEN', 'RETRIED', 'DISCARDED') returning id)
                insert into held_action (held_id, action, actor) select id, 'mended', 'bridge' from mended
                """, municipality, source);
    }

    /** The sources of which a reading held something, or of which it was discarded; what belongs to nobody is not a reading's. */
    Set<String> sources(String municipality) {
        return new HashSet<>(jdbc.queryForList("""
                select source from held_item
                where municipality = ? and feed is not null and state in ('OPEN', 'RETRIED', 'DISCARDED')
                """, String.class, municipality));
    }

    /** The sources that came by that feed of which something is held. */
    Set<String> sourcesOf(FeedKey feed) {
        return new HashSet<>(jdbc.queryForList("""
                select source from held_item
                where municipality = ? and feed = ? and split_part(source, '/', 1) = ?
                    and state in ('OPEN', 'RETRIED', 'DISCARDED')
                """, String.class, feed.municipality(), feed.feed(), feed.system()));
    }

    /** What is held now, oldest first. */
    public List<HeldItem> list() {
        return jdbc.query(
                "select " + COLUMNS + " from held_item where state in ('OPEN', 'RETRIED') order by id",
                (row, n) -> item(row));
    }

    /** One held item, whatever its state. */
    public Optional<HeldItem> show(long id) {
        return jdbc.query("select " + COLUMNS + " from held_item where id = ?", (row, n) -> item(row), id).stream()
                .findFirst();
    }

    /** One line for each thing that was done with an item, oldest first. */
    public List<String> history(long id) {
        return jdbc.query(
                "select at, action, actor, note from held_action where held_id = ? order by at",
                (row, n) -> row.getTimestamp(1).toInstant() + " " + row.getString(2) + " by " + row.getString(3)
                        + (row.getString(4).isEmpty() ? "" : ": " + row.getString(4)),
                id);
    }

    /** Asks for another try after a mend. Returns false if the item is not held. */
    public boolean retry(long id, String actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<HeldItem> item = show(id).filter(i -> i.state() == State.OPEN || i.state() == State.RETRIED);
            item.ifPresent(found -> {
                act(id, State.RETRIED, "retry", actor, "");
                again(found);
            });
            return item.isPresent();
        }));
    }

    /** Decides that the item is not needed as it is. Returns false if the item is not held. */
    public boolean discard(long id, String actor, String why) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<HeldItem> item = show(id).filter(i -> i.state() != State.MENDED && i.state() != State.DISCARDED);
            item.ifPresent(found -> {
                act(id, State.DISCARDED, "discard", actor, why);
                found.what()
                        .delivery()
                        .filter(delivery -> found.what().reason() == Reason.UNCERTAIN)
                        .ifPresent(delivery -> standsThere(found.what().municipality(), delivery));
            });
            return item.isPresent();
        }));
    }

    /** A person has looked: what was uncertain stands there. */
    private void standsThere(String municipality, Held.Delivery delivery) {
        jdbc.update("""
                update delivery set rung = 'ACCEPTED', accepted_hash = sent_hash, sent_hash = null, uncertain = false,
                    accepted_at = now(), changed_at = now()
                where municipality = ? and recipient = ? and item_key = ?
                """, municipality, delivery.recipient(), delivery.itemKey());
    }

    private void act(long id, State state, String action, String actor, String note) {
        jdbc.update(
                "update held_item set state = ?, closed_at = case when ? = 'DISCARDED' then now() end where id = ?",
                state.name(),
                state.name(),
                id);
        jdbc.update(
                "insert into held_action (held_id, action, actor, note) values (?, ?, ?, ?)", id, action, actor, note);
    }

    private void again(HeldItem item) {
        Held held = item.what();
        held.feed().ifPresent(feed -> {
            if (held.reason() == Reason.LIST_SHRUNK) {
                feeds.allowShrink(held.municipality(), feed);
            }
            feeds.readAgain(held.municipality(), feed);
        });
        held.delivery().ifPresent(delivery -> {
            // The version is forgotten only for the item that was asked for: what somebody else changed there is then
            // written over.
            jdbc.update("""
                    update delivery set version = null where municipality = ? and recipient = ? and item_key = ?
                    """, held.municipality(), delivery.recipient(), delivery.itemKey());
            // A person has looked: what was uncertain does not stand there.
            if (held.reason() == Reason.UNCERTAIN) {
                jdbc.update("""
                        update delivery set uncertain = false where municipality = ? and recipient = ? and item_key = ?
                        """, held.municipality(), delivery.recipient(), delivery.itemKey());
            }
            // What it refers to may be held as well, so everything of the subject that is held is tried with it; but of
            // what is uncertain only what somebody has looked for.
            jdbc.update("""
                    update delivery set sent_hash = null
                    where municipality = ? and recipient = ? and subject_id = ? and rung = 'HELD'
                        and not (mode = 'ONCE' and uncertain)
                    """, held.municipality(), delivery.recipient(), delivery.subject());
            jdbc.update("""
                    update work set wanted = wanted + 1, due_at = now(), attempts = 0
                    where municipality = ? and recipient = ? and subject_id = ?
                    """, held.municipality(), delivery.recipient(), delivery.subject());
        });
    }

    private static HeldItem item(ResultSet row) throws SQLException {
        String recipient = row.getString(6);
        UUID subject = row.getObject(5, UUID.class);
        Optional<Held.Delivery> delivery = recipient == null
                ? Optional.empty()
                : Optional.of(new Held.Delivery(subject, recipient, row.getString(7)));
        Optional<SubjectKey> key = Optional.ofNullable(row.getString(8))
                .map(SubjectKind::valueOf)
                .map(kind -> new SubjectKey(kind, string(row, 9), string(row, 10)));
        Held held = new Held(
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                delivery,
                key,
                LedgerJson.readProblems(row.getString(11)),
                row.getString(12));
        return new HeldItem(row.getLong(1), row.getTimestamp(13).toInstant(), State.valueOf(row.getString(14)), held);
    }

    private static String string(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException("a column of the held items cannot be read", e);
        }
    }
}
