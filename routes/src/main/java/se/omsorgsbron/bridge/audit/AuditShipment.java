package se.omsorgsbron.bridge.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the audit to an external store: every record, in order, at least once. Beside the deliveries, which never wait for it; a
 * store that does not answer gets everything when it does. A record that it refuses for good is passed over as soon as it takes a later
 * one, which shows that it is the record's fault and not the store's; it is tried again once a day.
 */
public final class AuditShipment {
    private static final Logger LOG = LoggerFactory.getLogger(AuditShipment.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 100;
    /** So many refusals in a row are no longer about the records. */
    private static final int REFUSALS = 10;

    private final JdbcTemplate jdbc;
    private final String name;
    private final AuditStore store;
    private final IntFunction<Duration> backoff;
    private final Clock clock;
    private final AuditRefusals refusals;
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
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
        this.refusals = new AuditRefusals(jdbc, name);
        this.delivered = meters.counter("omsorgsbron.audit.delivered");
        this.failures = meters.counter("omsorgsbron.audit.failures");
        meters.gauge("omsorgsbron.audit.lag", lag);
        meters.gauge("omsorgsbron.audit.refused", refused);
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
            again();
            if (attempts > 0) {
                LOG.info("the store of the audit answers again");
            }
            attempts = 0;
        } catch (IOException notTaken) {
            failures.increment();
            notBefore = clock.instant().plus(backoff.apply(attempts));
            if (attempts++ == 0) {
                LOG.warn("the store of the audit does not take it; it is tried again: {}", reason(notTaken));
            }
        } finally {
            refused.set(refusals.count());
            lag.set(behind() + refused.get());
        }
    }

    private void send(List<Waiting> batch) throws IOException {
        Map<Waiting, AuditStore.Refused> passedOver = new LinkedHashMap<>();
        for (Waiting record : batch) {
            try {
                store.put(id(record), record.event());
            } catch (AuditStore.Refused refusal) {
                passedOver.put(record, refusal);
                if (passedOver.size() < REFUSALS) {
                    continue;
                }
                throw refusal;
            }
            passedOver.forEach(this::refuse);
            passedOver.clear();
            delivered(record.seq());
        }
        for (AuditStore.Refused refusal : passedOver.values()) {
            // Nothing that came later was taken: it may be the store.
            throw refusal;
        }
    }

    private void delivered(long seq) {
        delivered.increment();
        jdbc.update("""
                insert into audit_store (url, seq, delivered_at) values (?, ?, now())
                on conflict (url) do update
                set seq = greatest(audit_store.seq, excluded.seq), delivered_at = now()
                """, name, seq);
    }

    private void refuse(Waiting record, AuditStore.Refused refusal) {
        refusals.refused(record.seq(), reason(refusal), clock.instant());
        LOG.warn(
                "the store of the audit refuses record {}, and takes later ones: {}. It is kept and tried again once a day; see"
                        + " 'audit refused', and 'audit retry' once the store has been mended",
                record.seq(),
                reason(refusal));
    }

    /** Those that it refused, once a day or when somebody asks for it. */
    private void again() throws IOException {
        for (long seq : refusals.due(clock.instant())) {
            List<Waiting> kept = jdbc.query(
                    "select seq, event from audit_event where seq = ?",
                    (row, n) -> new Waiting(row.getLong(1), row.getString(2)),
                    seq);
            for (Waiting record : kept) {
                try {
                    store.put(id(record), record.event());
                    refusals.taken(seq);
                    delivered.increment();
                    LOG.info("the store of the audit takes record {} after all", seq);
                } catch (AuditStore.Refused refusal) {
                    refusals.refused(seq, reason(refusal), clock.instant());
                }
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
    private static String id(Waiting record) throws AuditStore.Refused {
        try {
            return JSON.readTree(record.event()).path("id").asText();
        } catch (JsonProcessingException altered) {
            throw new AuditStore.Refused("it is no AuditEvent: see 'audit verify'");
        }
    }

    private static String reason(IOException notTaken) {
        // Messages of the JDK's own quote addresses.
        boolean ours = notTaken.getClass().equals(IOException.class) || notTaken instanceof AuditStore.Refused;
        return ours ? notTaken.getMessage() : notTaken.getClass().getSimpleName();
    }
}
