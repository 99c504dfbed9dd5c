package se.omsorgsbron.bridge.deliver;

import java.util.List;
import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;
import se.omsorgsbron.bridge.observe.FirstReading;

/** Finds what is due, whether or not its signal arrived. */
public final class Sweep {
    private static final int LIMIT = 500;

    private final WorkQueue work;
    private final Signals signals;
    private final Channels channels;
    private final FirstReading firstReading;

    public Sweep(WorkQueue work, Signals signals, Channels channels, FirstReading firstReading) {
        this.work = work;
        this.signals = signals;
        this.channels = channels;
        this.firstReading = firstReading;
    }

    /** Signals what is due, the most urgent first, except for recipients that rest and sources not read yet. */
    public void due() {
        List<WorkKey> due = work.due(LIMIT);
        signals.send(due.stream()
                .filter(key -> firstReading.over(key.municipality()) && !channels.resting(key))
                .toList());
    }
}
