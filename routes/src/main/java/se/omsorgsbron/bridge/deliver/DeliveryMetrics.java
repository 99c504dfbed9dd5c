package se.omsorgsbron.bridge.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.bridge.ledger.LateRisks.Late;

/** Counts and times of deliveries, by municipality and recipient. No tag holds anything about a person. */
public final class DeliveryMetrics {
    private final MeterRegistry registry;

    public DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void held(Channel channel, Reason reason) {
        count(channel, "held", reason.code());
    }

    /** Counts what the recipient took and did not take, and how long that was after the change. */
    public void answered(Channel channel, Receipt receipt, Instant changedAt, Instant now) {
        receipt.outcomes().values().forEach(outcome -> {
            if (outcome instanceof Outcome.Refused refused) {
                count(channel, "refused", refused.problem().reason().code());
            } else {
                count(channel, "accepted", "");
            }
        });
        // From the moment the change was stored in the ledger to the recipient's answer.
        Timer.builder("omsorgsbron.delivery.latency")
                .tag("municipality", channel.municipality())
                .tag("recipient", channel.recipient().name())
                .publishPercentiles(0.5, 0.99)
                .register(registry)
                .record(Duration.between(changedAt, now));
    }

    /** Counts a recipient that has not received, or not seen, a risk in time. */
    void late(Late late) {
        registry.counter(
                        "omsorgsbron.risks.late",
                        "municipality",
                        late.municipality(),
                        "recipient",
                        late.recipient(),
                        "reason",
                        late.why().code())
                .increment();
    }

    private void count(Channel channel, String outcome, String reason) {
        registry.counter(
                        "omsorgsbron.delivery.items",
                        "municipality",
                        channel.municipality(),
                        "recipient",
                        channel.recipient().name(),
                        "outcome",
                        outcome,
                        "reason",
                        reason)
                .increment();
    }
}
