package se.omsorgsbron.bridge.operations;

import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.ledger.HeldItem;
import se.omsorgsbron.bridge.ledger.HeldItems;

/**
 * What people do with held items, by command or over HTTP. An act and its audit happen together or not at all. Each method takes the
 * municipality that the caller may see; empty means every one. An item of another counts as one that is not held.
 */
public final class HeldDesk {
    private final HeldItems held;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    public HeldDesk(HeldItems held, AuditTrail audit, TransactionTemplate transaction) {
        this.held = held;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** One item with what was done about it. */
    public record Page(HeldItem item, List<String> history) {
        public Page {
            history = List.copyOf(history);
        }
    }

    /** What is held now, oldest first. */
    public List<HeldItem> list(Optional<String> municipality) {
        return held.list().stream().filter(item -> sees(municipality, item)).toList();
    }

    /** One item with its original. */
    public Optional<Page> show(Optional<String> municipality, long id, String actor) {
        return transaction.execute(status -> find(municipality, id).map(item -> {
            audit.append(record(Action.ACCESS, item, actor, ""));
            return new Page(item, held.history(id));
        }));
    }

    /** Has it tried again; false if it is not held. */
    public boolean retry(Optional<String> municipality, long id, String actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> find(municipality, id)
                .filter(item -> held.retry(id, actor))
                .map(item -> append(Action.RETRY, item, actor, ""))
                .orElse(false)));
    }

    /** Decides that it is not needed as it is; false if it is not held. */
    public boolean discard(Optional<String> municipality, long id, String actor, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> find(municipality, id)
                .filter(item -> held.discard(id, actor, reason))
                .map(item -> append(Action.DISCARD, item, actor, reason))
                .orElse(false)));
    }

    private Optional<HeldItem> find(Optional<String> municipality, long id) {
        return held.show(id).filter(item -> sees(municipality, item));
    }

    private static boolean sees(Optional<String> municipality, HeldItem item) {
        return municipality.map(code -> code.equals(item.what().municipality())).orElse(true);
    }

    private boolean append(Action action, HeldItem item, String actor, String why) {
        audit.append(record(action, item, actor, why));
        return true;
    }

    private static AuditRecord record(Action action, HeldItem item, String actor, String why) {
        return AuditRecord.byOperator(
                action,
                item.what().municipality(),
                item.what().delivery().map(HeldItem.Held.Delivery::subject),
                actor,
                List.of(new AuditRecord.DataObject("HeldItem/" + item.id(), false, List.of())),
                why);
    }
}
