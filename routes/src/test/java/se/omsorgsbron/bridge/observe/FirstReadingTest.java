package se.omsorgsbron.bridge.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.ledger.FeedKey;

class FirstReadingTest {
    private static final FeedKey CLIENTS = new FeedKey("0127", "lifecare", "clients");
    private static final FeedKey SUPPLEMENTS = new FeedKey("0127", "supplements", "supplements");

    /** Patience that has ended. */
    private final FirstReading late = new FirstReading(Clock.systemUTC(), Duration.ofMinutes(-1));

    private final FirstReading early =
            new FirstReading(Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC), Duration.ofMinutes(2));

    private static Feed feed(boolean settles) {
        return new Feed() {
            @Override
            public String name() {
                return "any";
            }

            @Override
            public boolean settlesDisclosure() {
                return settles;
            }

            @Override
            public Observations read(Optional<Instant> watermark, Known known) {
                return new Observations(List.of(), new Coverage.Partial());
            }
        };
    }

    @Test
    void nothingIsDeliveredBeforeEveryFeedHasBeenReadOnce() {
        early.expect(CLIENTS, feed(false));
        assertThat(early.over("0127")).isFalse();
        assertThat(early.over("0182")).isTrue();

        early.done(CLIENTS);
        assertThat(early.over("0127")).isTrue();
    }

    @Test
    void aFeedThatNeverAnswersIsNotWaitedForForEver() {
        late.expect(CLIENTS, feed(false));

        assertThat(late.over("0127")).isTrue();
    }

    @Test
    void aFeedThatCouldSayThatSomethingIsBlockedIsWaitedForHoweverLong() {
        late.expect(SUPPLEMENTS, feed(true));
        assertThat(late.over("0127")).isFalse();

        late.done(SUPPLEMENTS);
        assertThat(late.over("0127")).isTrue();
    }
}
