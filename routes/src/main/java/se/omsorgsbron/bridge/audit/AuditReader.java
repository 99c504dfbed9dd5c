package se.omsorgsbron.bridge.audit;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the audit, however long it is, a page at a time; and checks that it is whole. */
public final class AuditReader {
    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate paging;
    private final TransactionTemplate transaction;
    private final Anchors anchors;

    public AuditReader(JdbcTemplate jdbc, TransactionTemplate transaction, Anchors anchors) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.anchors = anchors;
        this.paging = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        paging.setFetchSize(PAGE);
    }

    /** A record as it is stored. */
    record Stored(long seq, String municipality, UUID subject, String event, String previous, String hash) {
        boolean untouched() {
            return AuditTrail.hash(previous, seq, municipality, subject, event).equals(hash);
        }
    }

    /**
     * What a check found.
     *
     * @param records how many records there are
     * @param cut up to which number they were cut, as they should be; 0 if they were not
     * @param anchored how many heads outside the database they were compared with
     * @param findings what is wrong, in sentences; empty if nothing is
     */
    public record Verification(long records, long cut, long anchored, List<String> findings) {
        public Verification {
            findings = List.copyOf(findings);
        }
    }

    /** What is done with the records while they are read. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Stream<Stored> records) throws IOException;
    }

    /** Follows the chain from its first link, and compares it with every head that was anchored. */
    public Verification verify() throws IOException {
        // Before the records: what is anchored by now has been committed, so that it is among them.
        Anchors.Noted noted = anchors.noted();
        return read(records -> {
            try (Stream<Anchors.Line> lines = anchors.lines(noted.lines())) {
                ChainCheck check = new ChainCheck(records.iterator(), noted.cuts(), this::hashOf);
                lines.forEachOrdered(check::compare);
                return check.result();
            }
        });
    }

    /** Reads the records, oldest first, without ever having more than a page of them. */
    <T> T read(Reading<T> reading) throws IOException {
        Outcome<T> outcome = transaction.execute(status -> {
            try (Stream<Stored> records = paging.queryForStream(
                    "select seq, municipality, subject_id, event, previous, hash from audit_event order by seq",
                    (row, n) -> new Stored(
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)))) {
                return new Outcome<>(reading.of(records), null);
            } catch (IOException e) {
                return new Outcome<>(null, e);
            }
        });
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return outcome.value();
    }

    private record Outcome<T>(T value, IOException failure) {}

    private String hashOf(long seq) {
        return jdbc.queryForList("select hash from audit_event where seq = ?", String.class, seq).stream()
                .findFirst()
                .orElse(null);
    }

    /** The events about a person, oldest first, as FHIR AuditEvents in JSON. */
    public List<String> about(String municipality, UUID subject) {
        return jdbc.queryForList(
                "select event from audit_event where municipality = ? and subject_id = ? order by seq",
                String.class,
                municipality,
                subject);
    }

    /**
     * Events of one municipality, oldest first.
     *
     * @param after the sequence number after which to begin; 0 for the first
     * @param count how many at most
     */
    public List<Numbered> page(String municipality, long after, int count) {
        return jdbc.query(
                "select seq, event from audit_event where municipality = ? and seq > ? order by seq limit ?",
                (row, n) -> new Numbered(row.getLong(1), row.getString(2)),
                municipality,
                after,
                count);
    }

    /** An event with its place in the chain. */
    public record Numbered(long seq, String event) {}

    /** Gives every event, oldest first, as FHIR AuditEvents in JSON. */
    public void each(Consumer<String> event) throws IOException {
        read(records -> {
            records.forEachOrdered(record -> event.accept(record.event()));
            return true;
        });
    }
}
