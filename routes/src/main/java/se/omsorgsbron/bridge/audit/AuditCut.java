package se.omsorgsbron.bridge.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.audit.AuditReader.Stored;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;

/**
 * Removes the records that have been kept long enough. They are written to a file first; the cut is in the audit itself, with who and
 * why, and beside the anchors, outside the database. Only with both is it no finding.
 */
public final class AuditCut {
    /** What the law wants at least; the table's trigger refuses to remove anything younger, whatever is configured. */
    public static final Period LEAST = Period.ofYears(5);

    private static final JsonMapper JSON = new JsonMapper();
    /** The key of a cut is this and the number of the newest record that was removed. */
    static final String RECORD = "AuditCut/";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final AuditReader reader;
    private final Anchors anchors;
    private final Clock clock;

    public AuditCut(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            AuditTrail trail,
            AuditReader reader,
            Anchors anchors,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trail = trail;
        this.reader = reader;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * What is to be cut.
     *
     * @param keep how long a record is kept
     * @param delivered up to which number an external store has the records: what it does not have stays
     * @param actor who does it
     * @param why the reason, without personal data
     * @param municipalities whose audit says it
     */
    public record Order(Period keep, long delivered, String actor, String why, Collection<String> municipalities) {
        public Order {
            municipalities = List.copyOf(municipalities);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** Nothing is old enough, or nothing of it has been delivered to the store. */
        record Nothing() implements Outcome {}

        /** The audit is not whole: a cut could remove what shows it. */
        record NotWhole(List<String> findings) implements Outcome {
            public NotWhole {
                findings = List.copyOf(findings);
            }
        }

        /** The records up to that number are in the file and no longer in the ledger. */
        record Done(long records, long upTo) implements Outcome {}
    }

    /** @param file where they are written, one a line; it must not be there yet */
    public Outcome cut(Order order, Path file) throws IOException {
        List<String> findings = reader.verify().findings();
        if (!findings.isEmpty()) {
            return new Outcome.NotWhole(findings);
        }
        Instant from =
                clock.instant().atOffset(ZoneOffset.UTC).minus(order.keep()).toInstant();
        Optional<Written> written = reader.read(records -> write(file, order.delivered(), from, records.iterator()));
        if (written.isEmpty()) {
            return new Outcome.Nothing();
        }
        transaction.executeWithoutResult(status -> remove(order, written.get()));
        return new Outcome.Done(written.get().records(), written.get().newest().seq());
    }

    /** What was written to the file. */
    private record Written(long records, Stored newest) {}

    private static Optional<Written> write(Path file, long upTo, Instant from, Iterator<Stored> records)
            throws IOException {
        Stored record = records.hasNext() ? records.next() : null;
        if (record == null || record.seq() > upTo || !recorded(record).isBefore(from)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                BufferedWriter lines = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            long count = 0;
            Stored newest = record;
            while (record != null && record.seq() <= upTo && recorded(record).isBefore(from)) {
                lines.write(line(record));
                count++;
                newest = record;
                record = records.hasNext() ? records.next() : null;
            }
            lines.flush();
            // On the disk before anything is removed.
            channel.force(true);
            return Optional.of(new Written(count, newest));
        }
    }

    private void remove(Order order, Written written) {
        Stored newest = written.newest();
        // First, so that there is always a record that the next one follows.
        for (String municipality : order.municipalities()) {
            trail.append(AuditRecord.byOperator(
                    Action.CUT,
                    municipality,
                    Optional.empty(),
                    order.actor(),
                    List.of(new DataObject(RECORD + newest.seq(), true, List.of(newest.hash()))),
                    order.why()));
        }
        jdbc.query("select set_config('omsorgsbron.audit_cut', ?, true)", row -> {}, Long.toString(newest.seq()));
        int removed = jdbc.update("delete from audit_event where seq <= ?", newest.seq());
        if (removed != written.records()) {
            throw new IllegalStateException("somebody else cuts the audit at the same time: nothing was removed");
        }
        // Before the end: a cut that is not noted would look as if it had been made by hand.
        anchors.writeCut(newest.seq(), newest.hash());
    }

    /** Whether an event is that of that cut. */
    static boolean isAuditedIn(String event, long upTo, String head) {
        return event.contains(head)
                && read(event).filter(cut -> says(cut, upTo, head)).isPresent();
    }

    private static boolean says(JsonNode event, long upTo, String head) {
        return event.at("/subtype/0/code").asText().equals("cut")
                && event.at("/entity/0/what/reference").asText().equals(RECORD + upTo)
                && event.at("/entity/0/detail/0/valueString").asText().equals(head);
    }

    private static Instant recorded(Stored record) {
        return Instant.parse(read(record.event()).orElseThrow().path("recorded").asText());
    }

    private static String line(Stored record) {
        return JSON.createObjectNode()
                        .put("seq", record.seq())
                        .put("municipality", record.municipality())
                        .put("subject", Objects.toString(record.subject(), null))
                        .put("previous", record.previous())
                        .put("hash", record.hash())
                        .put("event", record.event())
                + "\n";
    }

    /** Empty for what somebody made no JSON of: that it was altered is found by its hash. */
    private static Optional<JsonNode> read(String event) {
        try {
            return Optional.of(JSON.readTree(event));
        } catch (JsonProcessingException altered) {
            return Optional.empty();
        }
    }
}
