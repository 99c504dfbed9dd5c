package se.omsorgsbron.bridge.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the audit, and checks that it is whole. */
public final class AuditReader {
    private final JdbcTemplate jdbc;
    private final Anchors anchors;

    public AuditReader(JdbcTemplate jdbc, Anchors anchors) {
        this.jdbc = jdbc;
        this.anchors = anchors;
    }

    /**
     * What a check found.
     *
     * @param records how many records there are
     * @param anchored how many heads outside the database they were compared with
     * @param findings what is wrong, in sentences; empty if nothing is
     */
    public record Verification(long records, int anchored, List<String> findings) {
        public Verification {
            findings = List.copyOf(findings);
        }
    }

    /** Follows the chain from its first link, and compares it with every head that was anchored. */
    public Verification verify() throws IOException {
        Chain chain = new Chain();
        jdbc.query("select seq, municipality, subject_id, event, previous, hash from audit_event order by seq", row -> {
            chain.link(
                    row.getLong(1),
                    AuditTrail.hash(
                            row.getString(5),
                            row.getLong(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            row.getString(4)),
                    row.getString(5),
                    row.getString(6));
        });
        List<Optional<Anchors.Anchor>> heads = anchors.read();
        heads.forEach(chain::compare);
        if (heads.isEmpty() && chain.last > 0) {
            chain.findings.add(
                    "No head is anchored outside the database: whether the newest records were cut off, or the"
                            + " whole chain was written anew, cannot be told.");
        }
        return new Verification(chain.hashes.size(), heads.size(), chain.findings);
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
    public void each(Consumer<String> event) {
        jdbc.query("select event from audit_event order by seq", row -> {
            event.accept(row.getString(1));
        });
    }

    /** The chain as far as it has been followed. */
    private static final class Chain {
        private final Map<Long, String> hashes = new HashMap<>();
        private final List<String> findings = new ArrayList<>();
        private String head = AuditTrail.first();
        private long last;

        void link(long seq, String computed, String previous, String stored) {
            if (seq != last + 1) {
                findings.add("Records " + (last + 1) + " to " + (seq - 1) + " are missing.");
            } else if (!previous.equals(head)) {
                findings.add("Record " + seq + " does not follow the one before it.");
            }
            if (!computed.equals(stored)) {
                findings.add("Record " + seq + " was altered.");
            }
            hashes.put(seq, stored);
            head = stored;
            last = seq;
        }

        void compare(Optional<Anchors.Anchor> anchor) {
            if (anchor.isEmpty()) {
                findings.add("The file of anchored heads has a line that is none.");
                return;
            }
            String stored = hashes.get(anchor.get().seq());
            if (stored == null) {
                findings.add("Record " + anchor.get().seq() + " was anchored and is missing.");
            } else if (!stored.equals(anchor.get().hash())) {
                findings.add("Record " + anchor.get().seq() + " is not the one that was anchored.");
            }
        }
    }
}
