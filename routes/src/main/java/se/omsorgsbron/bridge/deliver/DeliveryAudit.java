package se.omsorgsbron.bridge.deliver;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.bridge.audit.AuditTrail;

/**
 * Audits deliveries: that something is sent, before it is, so that nothing can leave unaudited; and afterwards what was not taken.
 * What was taken stands in the ledger.
 */
public final class DeliveryAudit {
    private final AuditTrail trail;

    public DeliveryAudit(AuditTrail trail) {
        this.trail = trail;
    }

    void sent(Job job) {
        append(job, Action.DISCLOSURE, Outcome.SUCCESS, job.items());
    }

    void answered(Job job, Receipt receipt) {
        List<Item> refused = job.items().stream()
                .filter(item -> receipt.outcomes().get(item.key()) instanceof Receipt.Outcome.Refused)
                .toList();
        if (!refused.isEmpty()) {
            append(job, Action.REFUSAL, Outcome.FAILURE, refused);
        }
    }

    private void append(Job job, Action action, Outcome outcome, List<Item> items) {
        boolean person = items.stream().noneMatch(item -> item.concept().shared());
        Optional<UUID> subject = person ? Optional.of(job.claim().key().subject()) : Optional.empty();
        trail.append(new AuditRecord(
                action,
                job.claim().key().municipality(),
                subject,
                AuditTrail.BRIDGE,
                Optional.of(new AuditRecord.Recipient(
                        job.channel().recipient().name(), job.channel().address())),
                items.stream().map(item -> object(job, item)).toList(),
                outcome,
                ""));
    }

    private static DataObject object(Job job, Item item) {
        boolean ended = item.mode() == Item.Mode.END;
        return new DataObject(item.key(), ended, ended ? List.of() : job.grounds(item));
    }
}
