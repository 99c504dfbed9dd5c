package se.omsorgsbron.bridge.ledger;

import static se.omsorgsbron.bridge.ledger.FactReader.OWN_KEYS;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that the ledger has of one person, to be given out or to be erased. The audit is not part of it: the law keeps that. */
public final class PersonData {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PersonData(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** One table's rows of the person, each as JSON. */
    public record Part(String table, List<String> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** Everything, table by table. */
    public List<Part> export(String municipality, UUID person) {
        return List.of(
                new Part("subject_key", rows("""
                        select to_jsonb(t)::text from subject_key t where municipality = ? and subject_id = ?
                        """, municipality, person)),
                new Part("fact", rows(OWN_KEYS + """
                        select to_jsonb(t)::text from fact t
                        join k on k.kind = t.key_kind and k.system = t.key_system and k.value = t.key_value
                        where t.municipality = ? order by t.id
                        """, municipality, person, municipality)),
                new Part("delivery", rows("""
                        select to_jsonb(t)::text from delivery t
                        where municipality = ? and subject_id = ? order by item_key
                        """, municipality, person)),
                new Part("received", rows("""
                        select to_jsonb(t)::text from received t where municipality = ? and subject_id = ? order by received_at
                        """, municipality, person)),
                new Part("feed_entry", rows("""
                        select to_jsonb(t)::text from feed_entry t where municipality = ? and subject_id = ? order by number
                        """, municipality, person)),
                new Part("risk_member", rows("""
                        select to_jsonb(t)::text from risk_member t where municipality = ? and subject_id = ? order by fact_id
                        """, municipality, person)),
                new Part("held_item", rows(OWN_KEYS + """
                        select to_jsonb(t)::text from held_item t
                        where t.municipality = ? and (t.subject_id = ? or (key_kind, key_system, key_value) in (select * from k))
                        order by t.id
                        """, municipality, person, municipality, person)));
    }

    /** Why the person's data cannot be erased now, in sentences; empty if they can. */
    public List<String> obstacles(String municipality, UUID person) {
        List<String> obstacles = new ArrayList<>();
        Long present = jdbc.queryForObject(OWN_KEYS + """
                select count(*) from fact t
                join k on k.kind = t.key_kind and k.system = t.key_system and k.value = t.key_value
                where t.municipality = ? and t.kind = 'person' and t.gone_since is null
                """, Long.class, municipality, person, municipality);
        if (present > 0) {
            obstacles.add("The case system still has the person, so the next reading would bring everything back:"
                    + " have the person removed there first.");
        }
        jdbc.query(
                """
                select recipient, count(*) from delivery
                where municipality = ? and subject_id = ? and (rung = 'SENT'
                    or (concept <> 'PERSON' and mode <> 'ONCE' and not ended and (accepted_hash is not null or uncertain)))
                group by recipient order by recipient
                """,
                row -> {
                    obstacles.add(row.getString(1) + " still holds " + row.getLong(2)
                            + " items of the person, which nobody could withdraw afterwards: wait until it has been told, or have a"
                            + " block recorded.");
                },
                municipality,
                person);
        return obstacles;
    }

    /** What came of erasing. */
    public sealed interface Erasure {
        /**
         * Everything is gone but the audit.
         *
         * @param rows how many rows that were
         * @param sent what recipients had been given, as far as it was known
         */
        record Done(int rows, List<Sent> sent) implements Erasure {
            public Done {
                sent = List.copyOf(sent);
            }
        }

        /** Nothing is: why, in sentences. */
        record Refused(List<String> obstacles) implements Erasure {
            public Refused {
                obstacles = List.copyOf(obstacles);
            }
        }
    }

    /**
     * Something that a recipient had been given.
     *
     * @param recipient name in the configuration
     * @param itemKey such as {@code CarePlan/<uuid>}
     * @param ended whether it has been withdrawn, or has ended, there
     */
    public record Sent(String recipient, String itemKey, boolean ended) {}

    /**
     * Erases everything, unless there is an {@linkplain #obstacles obstacle} at that very moment.
     *
     * @param also is done in the same transaction, last
     */
    public Erasure erase(String municipality, UUID person, Consumer<List<Sent>> also) {
        return transaction.execute(status -> {
            // Privacy: whoever is about to send waits here, and then has no claim any more; whoever has sent is an
            // obstacle.
            jdbc.query(
                    "select 1 from work where municipality = ? and subject_id = ? for update",
                    row -> {},
                    municipality,
                    person);
            List<String> obstacles = obstacles(municipality, person);
            if (!obstacles.isEmpty()) {
                return new Erasure.Refused(obstacles);
            }
            List<Sent> sent = sent(municipality, person);
            int rows = rowsOf(municipality, person);
            also.accept(sent);
            return new Erasure.Done(rows, sent);
        });
    }

    private List<Sent> sent(String municipality, UUID person) {
        return jdbc.query(
                """
                select recipient, item_key, ended from delivery
                where municipality = ? and subject_id = ? and (accepted_hash is not null or rung = 'SENT' or uncertain)
                order by recipient, item_key
                """, (row, n) -> new Sent(row.getString(1), row.getString(2), row.getBoolean(3)), municipality, person);
    }

    private int rowsOf(String municipality, UUID person) {
        // Whoever has not yet read that an entry is to be removed is told to begin anew.
        jdbc.update("""
                update feed_counter c set generation = gen_random_uuid() where municipality = ? and exists (
                    select 1 from feed_entry e where e.municipality = c.municipality and e.recipient = c.recipient
                        and e.subject_id = ?)
                """, municipality, person);
        int rows = jdbc.update(OWN_KEYS + """
                    delete from held_item t
                    where t.municipality = ? and (t.subject_id = ? or (key_kind, key_system, key_value) in (select * from k))
                    """, municipality, person, municipality, person);
        rows += jdbc.update(OWN_KEYS + """
                    delete from fact t using k
                    where t.municipality = ? and k.kind = t.key_kind and k.system = t.key_system and k.value = t.key_value
                    """, municipality, person, municipality);
        for (String table : List.of("risk_member", "delivery", "received", "feed_entry", "work", "subject_key")) {
            rows += jdbc.update(
                    "delete from " + table + " where municipality = ? and subject_id = ?", municipality, person);
        }
        return rows + jdbc.update("delete from subject where municipality = ? and id = ?", municipality, person);
    }

    private List<String> rows(String query, Object... arguments) {
        return jdbc.queryForList(query, String.class, arguments);
    }
}
