package se.omsorgsbron.bridge.observe;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FactStore;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates;
import se.omsorgsbron.bridge.ledger.FeedStates.FeedState;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;

/** Reads one feed when it is due, stores what it gave, and signals whom that concerns. */
public final class FeedReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    private final FeedKey key;
    private final Feed feed;
    private final Ledger ledger;
    private final Pace pace;
    private final LookUp lookUp;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean failing;

    /** What a reader needs of the bridge. */
    public record Ledger(
            FactStore store,
            FactReader facts,
            FeedStates states,
            FirstReading firstReading,
            Channels channels,
            Signals signals,
            MeterRegistry meters) {}

    /**
     * How often, and how careful.
     *
     * @param interval between two readings; zero means at each call
     * @param fullReadEvery after how long everything is read instead of changes only
     * @param guard against lists that shrink
     * @param clock the bridge's clock
     */
    public record Pace(Duration interval, Duration fullReadEvery, ShrinkGuard guard, Clock clock) {}

    public FeedReader(FeedKey key, Feed feed, Ledger ledger, Pace pace) {
        this.key = key;
        this.feed = feed;
        this.ledger = ledger;
        this.pace = pace;
        this.lookUp = new LookUp(key, feed, ledger.facts());
    }

    public FeedKey key() {
        return key;
    }

    /** Whether it is read at the slow interval, after the others. */
    public boolean slow() {
        return feed.slow();
    }

    /** Reads the feed if it is due; a reading that is still going on is not begun twice. */
    public void read() {
        if (!reading.tryLock()) {
            return;
        }
        try {
            FeedState state = ledger.states().of(key);
            if (due(state)) {
                read(state);
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean due(FeedState state) {
        boolean paced = state.readAt()
                .map(at -> !at.plus(pace.interval()).isAfter(pace.clock().instant()))
                .orElse(true);
        return paced && (!feed.slow() || ledger.firstReading().fastOver(key.municipality()));
    }

    private void read(FeedState state) {
        Instant start = pace.clock().instant();
        boolean whole = state.baselineAt()
                .map(at -> at.plus(pace.fullReadEvery()).isBefore(start))
                .orElse(true);
        try {
            Observations read = feed.read(
                    whole ? Optional.empty() : state.watermark(),
                    resource -> ledger.facts().presentIds(key, resource));
            store(read.with(lookUp.unlisted(read)));
            ledger.meters()
                    .timer("omsorgsbron.feed.read", "municipality", key.municipality(), "feed", key.feed())
                    .record(Duration.between(start, pace.clock().instant()));
            if (failing) {
                failing = false;
                LOG.info("{} answers again", key);
            }
        } catch (SourceUnavailable unavailable) {
            ledger.states().failed(key, unavailable.getMessage());
            ledger.meters()
                    .counter("omsorgsbron.feed.failures", "municipality", key.municipality(), "feed", key.feed())
                    .increment();
            if (!failing) {
                failing = true;
                LOG.warn("{} does not answer: {}", key, unavailable.getMessage());
            }
        }
    }

    private void store(Observations read) {
        List<String> recipients = ledger.channels().recipients(key.municipality());
        FactStore.Stored stored = ledger.store().store(key, read, pace.guard(), recipients);
        if (!feed.settlesDisclosure() || !read.coverage().whole().isEmpty()) {
            ledger.firstReading().done(key);
        }
        stored.shrunk()
                .ifPresent(missing -> LOG.warn(
                        "{} is missing {} records: nothing of it is ended until somebody confirms it", key, missing));
        if (ledger.firstReading().over(key.municipality())) {
            ledger.signals().stored(key.municipality(), stored, recipients);
        }
    }
}
