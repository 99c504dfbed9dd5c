package se.omsorgsbron.bridge.deliver;

import se.omsorgsbron.bridge.ledger.WorkQueue;
import se.omsorgsbron.bridge.observe.FirstReading;

/** Finds what is due, whether or not its signal arrived. */
public final class Sweep {
    /** For each recipient, so that one that has much to catch up with leaves room for the others. */
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

    /** Signals what is due, except for recipients that rest and sources not read yet. */
    public void due() {
        for (Channel channel : channels.all()) {
            String municipality = channel.municipality();
            if (firstReading.over(municipality) && !channel.resting()) {
                signals.hasten(work.urgent(municipality, channel.recipient().name()));
                signals.send(work.due(municipality, channel.recipient().name(), LIMIT));
            }
        }
    }
}
