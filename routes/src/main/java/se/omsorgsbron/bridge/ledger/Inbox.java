package se.omsorgsbron.bridge.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was sent, by the sender's own ids. */
public final class Inbox {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String SELECT =
            "select receipt, municipality, system, sender_id, kind, about, subject_id, fields, received_at from received ";

    private final JdbcTemplate jdbc;

    public Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What kind of thing was sent. */
    public enum Kind {
        NOTE,
        VISIT,
        WITHDRAWAL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One thing that was sent.
     *
     * @param receipt by which its receipt is asked for
     * @param system whose it is: a source, such as {@code night-patrol}
     * @param senderId the sender's own id
     * @param about the receipt of the note or visit that it is, withdraws, or takes the place of
     * @param person whom it is about
     * @param fields the hash of each field, by name
     * @param at when it was stored
     */
    public record Received(
            UUID receipt,
            String municipality,
            String system,
            String senderId,
            Kind kind,
            UUID about,
            UUID person,
            Map<String, String> fields,
            Instant at) {
        public Received {
            fields = Map.copyOf(fields);
            // As exactly as the ledger keeps it, so that the receipt is the same when it is read again.
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** The fields in which another content under the same id differs; empty if it is the same. */
        public SortedSet<String> differences(Map<String, String> others) {
            SortedSet<String> names = new TreeSet<>(fields.keySet());
            names.addAll(others.keySet());
            names.removeIf(name -> fields.containsKey(name) && fields.get(name).equals(others.get(name)));
            return names;
        }
    }

    /** What is known under a sender's id. */
    public Optional<Received> find(String municipality, String system, String senderId) {
        return jdbc
                .query(
                        SELECT + "where municipality = ? and system = ? and sender_id = ?",
                        (row, n) -> received(row),
                        municipality,
                        system,
                        senderId)
                .stream()
                .findFirst();
    }

    /** What a receipt is for. */
    public Optional<Received> find(String municipality, String system, UUID receipt) {
        return jdbc
                .query(
                        SELECT + "where municipality = ? and system = ? and receipt = ?",
                        (row, n) -> received(row),
                        municipality,
                        system,
                        receipt)
                .stream()
                .findFirst();
    }

    /** Notes what was sent; false if something stands under that id already, also if it was just being noted. */
    public boolean add(Received received) {
        return jdbc.update(
                        """
                        insert into received (receipt, municipality, system, sender_id, kind, about, subject_id, fields,
                            received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
                        """,
                        received.receipt(),
                        received.municipality(),
                        received.system(),
                        received.senderId(),
                        received.kind().code(),
                        received.about(),
                        received.person(),
                        write(received.fields()),
                        Timestamp.from(received.at()))
                == 1;
    }

    /** What is known under each of a sender's ids. */
    public Map<String, Received> findAll(String municipality, String system, Collection<String> senderIds) {
        Map<String, Received> found = new HashMap<>();
        jdbc.query(
                SELECT + "where municipality = ? and system = ? and sender_id = any (?)",
                row -> {
                    Received received = received(row);
                    found.put(received.senderId(), received);
                },
                municipality,
                system,
                senderIds.toArray(String[]::new));
        return found;
    }

    /** Notes what a sender sent, as {@link #add} does; returns the receipts of what was new. */
    public Set<UUID> addAll(String municipality, String system, List<Received> all) {
        return new HashSet<>(jdbc.queryForList(
                """
                insert into received (receipt, municipality, system, sender_id, kind, about, subject_id, fields, received_at)
                select r.receipt, ?, ?, r.sender_id, r.kind, r.about, r.subject_id, r.fields::jsonb, r.received_at
                from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
                    as r (receipt, sender_id, kind, about, subject_id, fields, received_at)
                on conflict do nothing returning receipt
                """,
                UUID.class,
                municipality,
                system,
                all.stream().map(Received::receipt).toArray(UUID[]::new),
                all.stream().map(Received::senderId).toArray(String[]::new),
                all.stream().map(received -> received.kind().code()).toArray(String[]::new),
                all.stream().map(Received::about).toArray(UUID[]::new),
                all.stream().map(Received::person).toArray(UUID[]::new),
                all.stream().map(received -> write(received.fields())).toArray(String[]::new),
                all.stream().map(received -> received.at().toString()).toArray(String[]::new)));
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Kind.valueOf(row.getString(5).toUpperCase(java.util.Locale.ROOT)),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                read(row.getString(8)),
                row.getTimestamp(9).toInstant());
    }

    private static String write(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("hashes cannot be written as JSON", e);
        }
    }

    private static Map<String, String> read(String fields) {
        try {
            return JSON.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("hashes in the ledger cannot be read", e);
        }
    }
}
