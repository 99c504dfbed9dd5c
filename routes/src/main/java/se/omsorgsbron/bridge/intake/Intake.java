package se.omsorgsbron.bridge.intake;

import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;

/** Takes in one record that was sent, and tells whom it concerns. */
public final class Intake {
    /** Nothing here is a list that could shrink. */
    private static final ShrinkGuard GUARD = new ShrinkGuard(100, 0);

    private final FactStore store;
    private final Channels channels;
    private final Signals signals;
    private final TransactionTemplate transaction;

    public Intake(FactStore store, Channels channels, Signals signals, TransactionTemplate transaction) {
        this.store = store;
        this.channels = channels;
        this.signals = signals;
        this.transaction = transaction;
    }

    /**
     * Stores a record. What it concerns is signalled once it is committed.
     *
     * @param first is done in the same transaction, before; if it answers false, nothing is stored
     * @param also is done in the same transaction, last
     * @return what {@code first} answered
     */
    public boolean take(String municipality, Observation observation, First first, Runnable also) {
        List<String> recipients = channels.recipients(municipality);
        String system = observation.source().system();
        FeedKey feed = new FeedKey(municipality, system, observation.source().resource());
        FactStore.Stored stored = transaction.execute(status -> {
            if (!first.goOn()) {
                return null;
            }
            FactStore.Stored result = store.store(
                    feed, new Observations(List.of(observation), new Coverage.Partial()), GUARD, recipients);
            also.run();
            return result;
        });
        if (stored != null) {
            signals.stored(municipality, stored, recipients);
        }
        return stored != null;
    }

    /** Whether there is still something to store. */
    public interface First {
        boolean goOn();
    }
}
