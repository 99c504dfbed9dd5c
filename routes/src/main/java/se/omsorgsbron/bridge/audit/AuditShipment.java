package se.omsorgsbron.bridge.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the audit to an external store: every record, in order, at least once. Beside the deliveries, which never wait for it; a
 * store that does not answer gets everything when it does.
 */
public final class AuditShipment {
    private static final Logger LOG = LoggerFactory.getLogger(AuditShipment.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 100;

    private final JdbcTemplate jdbc;
    private final String name;
    private final AuditStore store;
    private final IntFunction<Duration> backoff;
    private final Clock clock;
    private final AtomicLong lag = new AtomicLong();
    private final Counter delivered;
    private final Counter failures;
    private Instant notBefore = Instant.MIN;
    private int attempts;

    /**
     * @param name of the store in the ledger: its address
     * @param backoff how long to wait after so many failures in a row
     */
    public AuditShipment(
            JdbcTemplate jdbc,
            String name,
            AuditStore store,
            IntFunction<Duration> backoff,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.name = name;
        this.store = store;
        this.backoff = backoff;
        this.clock = clock;
        this.delivered = meters.counter("omsorgsbron.audit.delivered");
        this.failures = meters.counter("omsorgsbron.audit.failures");
        meters.gauge("omsorgsbron.audit.lag", lag);
    }

    private record Waiting(long seq, String event) {}

    /** Up to which record a store has the audit: 0 before the first. */
    public static long deliveredTo(JdbcTemplate jdbc, String name) {
        return jdbc.queryForList("select seq from audit_store where url = ?", Long.class, name).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Sends what the store does not have; called by one timer. */
    public synchronized void ship() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            List<Waiting> waiting = waiting();
            while (!waiting.isEmpty()) {
                send(waiting);
                waiting = waiting();
            }
            if (attempts > 0) {
                LOG.info("the store of the audit answers again");
            }
            attempts = 0;
        } catch (IOException refused) {
            failures.increment();
            notBefore = clock.instant().plus(backoff.apply(attempts));
            if (attempts++ == 0) {
                LOG.warn("the store of the audit does not take it; it is tried again: {}", reason(refused));
            }
        } finally {
            lag.set(behind());
        }
    }

    private void send(List<Waiting> batch) throws IOException {
        long done = 0;
        try {
            for (Waiting record : batch) {
                store.put(id(record), record.event());
                done = record.seq();
                delivered.increment();
            }
        } finally {
            if (done > 0) {
                jdbc.update("""
                        insert into audit_store (url, seq, delivered_at) values (?, ?, now())
                        on conflict (url) do update
                        set seq = greatest(audit_store.seq, excluded.seq), delivered_at = now()
                        """, name, done);
            }
        }
    }

    private List<Waiting> waiting() {
        return jdbc.query(
                "select seq, event from audit_event where seq > ? order by seq limit ?",
                (row, n) -> new Waiting(row.getLong(1), row.getString(2)),
                deliveredTo(jdbc, name),
                BATCH);
    }

    private long behind() {
        return jdbc.queryForObject(
                "select count(*) from audit_event where seq > ?", Long.class, deliveredTo(jdbc, name));
    }

    // The cause is left out on purpose: its message quotes the record.
    @SuppressWarnings("UnusedException")
    private static String id(Waiting record) throws IOException {
        try {
            return JSON.readTree(record.event()).path("id").asText();
        } catch (JsonProcessingException altered) {
            throw new IOException("record " + record.seq() + " is no AuditEvent: see 'audit verify'");
        }
    }

    private static String reason(IOException refused) {
        // Messages of the JDK's own quote addresses.
        return refused.getClass().equals(IOException.class)
                ? refused.getMessage()
                : refused.getClass().getSimpleName();
    }
}
