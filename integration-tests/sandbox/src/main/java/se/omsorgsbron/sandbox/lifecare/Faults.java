package se.omsorgsbron.sandbox.lifecare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Faults on demand. {@code PUT /_sandbox/faults} takes one {@link Fault} or an array of them and replaces what was there,
 * {@code GET} shows those that are left, {@code DELETE} clears them. Those that concern the same request add up:
 *
 * <pre>{@code
 * [{"resource": "clients", "kind": "status", "status": 503, "count": 3},
 *  {"resource": "service_plans", "kind": "empty", "count": 10},
 *  {"resource": "documentations", "domain": "0127", "kind": "shuffle", "seed": 7, "count": 100}]
 * }</pre>
 *
 * <p>Only requests that name a municipality and its key count. Thread-safe.
 */
final class Faults {

    private List<Fault> left = List.of();

    synchronized void set(List<Fault> faults) {
        left = List.copyOf(faults);
    }

    synchronized List<Fault> left() {
        return left;
    }

    /** The faults that a request meets; each has one less left. */
    synchronized Met meet(String resource, String domain) {
        List<Fault> met = new ArrayList<>();
        List<Fault> after = new ArrayList<>();
        for (Fault fault : left) {
            if (fault.concerns(resource, domain)) {
                met.add(fault);
                if (fault.count() > 1) {
                    after.add(fault.oneLess());
                }
            } else {
                after.add(fault);
            }
        }
        left = List.copyOf(after);
        return new Met(met);
    }

    /**
     * The faults of one request.
     *
     * @param faults in the order in which they were set
     */
    record Met(List<Fault> faults) {

        boolean has(Fault.Kind kind) {
            return get(kind).isPresent();
        }

        Optional<Fault> get(Fault.Kind kind) {
            return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
        }

        /** The answer as the faults leave it. */
        Answer spoil(Answer answer) {
            Answer spoilt = get(Fault.Kind.DELAY)
                    .map(fault -> answer.late(fault.delayMs()))
                    .orElse(answer);
            if (has(Fault.Kind.DROP_CONNECTION)) {
                return spoilt.dropped();
            }
            if (has(Fault.Kind.STATUS)) {
                return spoilt.replaced(
                        get(Fault.Kind.STATUS).orElseThrow().status(), "text/plain", "The sandbox was told to fail");
            }
            if (has(Fault.Kind.HTML)) {
                return spoilt.replaced(200, "text/html", "<html><body><h1>Driftstopp</h1></body></html>");
            }
            if (has(Fault.Kind.EMPTY)) {
                return spoilt.replaced(200, Answer.JSON, "[]");
            }
            return has(Fault.Kind.TRUNCATED)
                    ? spoilt.replaced(
                            answer.status(),
                            Answer.JSON,
                            answer.body().substring(0, answer.body().length() / 2))
                    : spoilt;
        }
    }
}
