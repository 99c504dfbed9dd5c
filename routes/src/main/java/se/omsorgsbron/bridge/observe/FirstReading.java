package se.omsorgsbron.bridge.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.bridge.ledger.FeedKey;

/**
 * Whether each of a municipality's feeds has been read once. Until then nothing is delivered, because a person's contacts may be
 * known and the staff not yet; but not for ever, because one feed that never answers must not stop the others. Only for a feed
 * that settles disclosure it waits as long as it takes.
 */
public final class FirstReading {
    private final Set<FeedKey> unread = ConcurrentHashMap.newKeySet();
    private final Set<FeedKey> unreadFast = ConcurrentHashMap.newKeySet();
    private final Set<FeedKey> unreadSettling = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final Instant patienceEnds;

    /** @param patience how long to wait for feeds that do not answer */
    public FirstReading(Clock clock, Duration patience) {
        this.clock = clock;
        this.patienceEnds = clock.instant().plus(patience);
    }

    /** A feed that has never been read before this start. */
    public void expect(FeedKey key, Feed feed) {
        unread.add(key);
        if (!feed.slow()) {
            unreadFast.add(key);
        }
        if (feed.settlesDisclosure()) {
            unreadSettling.add(key);
        }
    }

    void done(FeedKey feed) {
        unread.remove(feed);
        unreadFast.remove(feed);
        unreadSettling.remove(feed);
    }

    /** Whether deliveries for the municipality may begin. */
    public boolean over(String municipality) {
        boolean patient = clock.instant().isBefore(patienceEnds);
        // Privacy: a block that has not been read is a block all the same.
        return noneOf(unreadSettling, municipality) && (!patient || noneOf(unread, municipality));
    }

    /** Whether all but the slow feeds have been read, which the slow ones build on. */
    boolean fastOver(String municipality) {
        return noneOf(unreadFast, municipality);
    }

    private static boolean noneOf(Set<FeedKey> feeds, String municipality) {
        return feeds.stream().noneMatch(feed -> feed.municipality().equals(municipality));
    }
}
