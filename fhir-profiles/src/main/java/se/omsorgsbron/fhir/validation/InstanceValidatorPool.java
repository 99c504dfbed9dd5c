package se.omsorgsbron.fhir.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * Instance validators, reused. Building one costs far more than a validation, one is not thread-safe, and one that is
 * reused keeps every coding it has seen: so each serves one caller at a time and is thrown away after a number of calls.
 */
final class InstanceValidatorPool {
    private final Supplier<InstanceValidator> factory;
    private final int callsBeforeRenewal;
    private final Semaphore free;
    private final Deque<Pooled> idle = new ArrayDeque<>();
    private final AtomicInteger built = new AtomicInteger();

    InstanceValidatorPool(int size, int callsBeforeRenewal, Supplier<InstanceValidator> factory) {
        if (size < 1 || callsBeforeRenewal < 1) {
            throw new IllegalArgumentException("a pool has at least one validator, which serves at least one call");
        }
        this.factory = factory;
        this.callsBeforeRenewal = callsBeforeRenewal;
        this.free = new Semaphore(size, true);
    }

    /** Runs {@code work} with a validator that nobody else uses; waits for one if all are busy. */
    <T> T with(Function<InstanceValidator, T> work) {
        free.acquireUninterruptibly();
        try {
            Pooled pooled = take();
            T result = work.apply(pooled.validator);
            // Not in a finally: a validator that threw may be left half-way, and is not used again.
            giveBack(pooled);
            return result;
        } finally {
            free.release();
        }
    }

    /** How many validators have been built so far. */
    int built() {
        return built.get();
    }

    private Pooled take() {
        synchronized (idle) {
            Pooled pooled = idle.pollFirst();
            if (pooled != null) {
                return pooled;
            }
        }
        built.incrementAndGet();
        return new Pooled(factory.get(), 0);
    }

    private void giveBack(Pooled pooled) {
        if (pooled.calls + 1 < callsBeforeRenewal) {
            synchronized (idle) {
                idle.addFirst(new Pooled(pooled.validator, pooled.calls + 1));
            }
        }
    }

    private record Pooled(InstanceValidator validator, int calls) {}
}
