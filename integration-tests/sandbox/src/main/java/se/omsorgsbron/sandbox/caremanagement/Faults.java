package se.omsorgsbron.sandbox.caremanagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Faults on demand. {@code PUT /_sandbox/faults} takes one {@link Fault} or an array of them and replaces what was there, {@code GET}
 * shows those that are left, {@code DELETE} clears them. A request meets the first that concerns it:
 *
 * <pre>{@code
 * [{"resource": "journal-entries", "method": "POST", "kind": "drop", "stored": true},
 *  {"resource": "errands", "kind": "status", "status": 503, "count": 3}]
 * }</pre>
 *
 * <p>Thread-safe.
 */
final class Faults {

    private List<Fault> left = List.of();

    synchronized void set(List<Fault> faults) {
        left = List.copyOf(faults);
    }

    synchronized List<Fault> left() {
        return left;
    }

    /** The fault that a request meets, which has one less left. */
    synchronized Optional<Fault> meet(String resource, String method) {
        Optional<Fault> met =
                left.stream().filter(fault -> fault.concerns(resource, method)).findFirst();
        met.ifPresent(fault -> {
            List<Fault> after = new ArrayList<>(left);
            int place = after.indexOf(fault);
            if (fault.count() > 1) {
                after.set(place, fault.oneLess());
            } else {
                after.remove(place);
            }
            left = List.copyOf(after);
        });
        return met;
    }
}
