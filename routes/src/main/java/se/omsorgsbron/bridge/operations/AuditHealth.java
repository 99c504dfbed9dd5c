package se.omsorgsbron.bridge.operations;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import se.omsorgsbron.bridge.audit.AuditRefusals;
import se.omsorgsbron.bridge.audit.AuditRefusals.Refusal;

/** Whether the external store of the audit takes every record. One that it refuses does not make the bridge itself unready. */
public final class AuditHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "the store of the audit refuses records");

    private final AuditRefusals refusals;

    public AuditHealth(AuditRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Health health() {
        List<Long> refused = refusals.all().stream().map(Refusal::seq).toList();
        return refused.isEmpty()
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("refused", refused.size() + ", the oldest is record " + refused.get(0))
                        .withDetail(
                                "do", "see 'omsorgsbron audit refused', mend the store, then 'omsorgsbron audit retry'")
                        .build();
    }
}
