package se.omsorgsbron.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** The workers: as many deliveries at the same time as the bridge makes. */
final class Crew implements AutoCloseable {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService threads;
    private final int workers;

    Crew(int workers) {
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(workers);
    }

    /** Delivers what is due until nothing is left, unmeasured: what waits for staff comes after them. */
    void workOff(Side side) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (side.backlog() > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("There is no end to the work of " + side.title() + ".");
            }
            List<WorkKey> due = side.due();
            if (due.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            } else {
                deliver(side, due);
            }
        }
    }

    /** Delivers each of the subjects once, and says how long that took. */
    Measured.Shift deliver(Side side, List<WorkKey> subjects) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long[] nanos = new long[subjects.size()];
        List<Future<?>> shifts = new ArrayList<>();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        for (int worker = 0; worker < workers; worker++) {
            shifts.add(threads.submit(() -> {
                for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                    nanos[i] = time(side, subjects.get(i));
                }
                return null;
            }));
        }
        for (Future<?> shift : shifts) {
            await(shift);
        }
        long whole = System.nanoTime() - start;
        return new Measured.Shift(LongStream.of(nanos).boxed().toList(), whole, SYSTEM.getProcessCpuTime() - cpu);
    }

    private static long time(Side side, WorkKey subject) throws RecipientUnavailable {
        long start = System.nanoTime();
        side.pipeline.deliver(subject);
        return System.nanoTime() - start;
    }

    private static void await(Future<?> shift) throws InterruptedException {
        try {
            shift.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A delivery failed: " + failure.getCause(), failure.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
