package se.omsorgsbron.bridge.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;

/** Takes in records that were sent, and tells whom they concern. */
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
        return takeAll(municipality, () -> first.goOn() ? Optional.of(List.of(observation)) : Optional.empty(), also);
    }

    /**
     * Stores several records, all of them or none. What they concern is signalled once they are committed.
     *
     * @param records gives them, in the same transaction; if it gives none, nothing is stored
     * @param also is done in the same transaction, last
     * @return whether it gave any
     */
    public boolean takeAll(String municipality, Supplier<Optional<List<Observation>>> records, Runnable also) {
        List<String> recipients = channels.recipients(municipality);
        List<FactStore.Stored> stored = transaction.execute(status -> records.get()
                .map(observations -> {
                    List<FactStore.Stored> results = store(municipality, observations, recipients);
                    also.run();
                    return results;
                })
                .orElse(null));
        if (stored != null) {
            stored.forEach(result -> signals.stored(municipality, result, recipients));
        }
        return stored != null;
    }

    private List<FactStore.Stored> store(String municipality, List<Observation> observations, List<String> recipients) {
        Map<FeedKey, List<Observation>> byFeed = new LinkedHashMap<>();
        for (Observation observation : observations) {
            SourceReference source = observation.source();
            byFeed.computeIfAbsent(
                            new FeedKey(municipality, source.system(), source.resource()), feed -> new ArrayList<>())
                    .add(observation);
        }
        List<FactStore.Stored> results = new ArrayList<>();
        byFeed.forEach((feed, items) ->
                results.add(store.store(feed, new Observations(items, new Coverage.Partial()), GUARD, recipients)));
        return results;
    }

    /** Whether there is still something to store. */
    public interface First {
        boolean goOn();
    }
}
