package se.omsorgsbron.bridge.deliver;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import se.omsorgsbron.bridge.ledger.WorkQueue;

/** When the date changes in a municipality, plans begin or end: every person there gets another look. */
public final class DateChange {
    private final WorkQueue work;
    private final Channels channels;
    private final Clock clock;
    private final Map<String, LocalDate> seen = new HashMap<>();

    public DateChange(WorkQueue work, Channels channels, Clock clock) {
        this.work = work;
        this.channels = channels;
        this.clock = clock;
    }

    /** Looks at the date; called by one timer. */
    public void look() {
        for (Channel channel : channels.all()) {
            LocalDate today = LocalDate.now(clock.withZone(channel.zone()));
            LocalDate before = seen.put(channel.municipality(), today);
            if (before != null && !before.equals(today)) {
                work.markPersons(channel.municipality());
            }
        }
    }
}
