package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Position;
import se.omsorgsbron.nightpatrol.mapper.NightTables.Table;

/**
 * Puts what a patrol may know in its folder, as files that hold the whole state: whoever is not in them may not be known any more. They
 * are made of the same outbox that {@code GET /changes} is read from, so what the disclosure does not allow cannot be in them.
 */
public final class HandOut {
    private final Sender patrol;
    private final Times times;
    private final ChangeFeed feed;
    private final Folder folder;
    private final FolderPoll state;
    private final Clock clock;
    private final Backoff backoff;
    private Optional<Position> written = Optional.empty();
    private Instant at = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;
    private int failures;

    /**
     * @param patrol whose files they are
     * @param state where it is noted whether the folder answers
     * @param backoff how long a folder that does not answer is left alone
     */
    public HandOut(
            Sender patrol,
            Times times,
            ChangeFeed feed,
            Folder folder,
            FolderPoll state,
            Clock clock,
            Backoff backoff) {
        this.patrol = patrol;
        this.times = times;
        this.feed = feed;
        this.folder = folder;
        this.state = state;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Times of the day at which the files are put there whether something has changed or not. */
    public record Times(ZoneId zone, List<LocalTime> days) {
        public Times {
            days = List.copyOf(days);
        }

        /** Whether one of the times has come since then. */
        boolean come(Instant since, Instant now) {
            ZonedDateTime local = now.atZone(zone);
            return days.stream()
                    .map(local::with)
                    .map(ZonedDateTime::toInstant)
                    .anyMatch(time -> !time.isAfter(now) && time.isAfter(since));
        }
    }

    /** Puts the files there anew if something has changed since they were, if it is time, or if this process never did. */
    public void look() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return;
        }
        Position last = feed.last(patrol.municipality(), patrol.system());
        if (written.equals(Optional.of(last)) && !times.come(at, now)) {
            return;
        }
        try {
            write();
            written = Optional.of(last);
            at = now;
            failures = 0;
            state.answered();
            // As a reader of the changes would: what comes after is asked for, so this has arrived.
            feed.after(patrol.municipality(), patrol.system(), written, 1);
        } catch (IOException | RuntimeException notNow) {
            failures++;
            notBefore = now.plus(backoff.after(failures));
            state.failed(notNow);
        }
    }

    private void write() throws IOException {
        try (Tables tables = new Tables()) {
            feed.current(patrol.municipality(), patrol.system(), tables::add);
            for (Table table : Table.values()) {
                folder.put(table.file(), tables.file(table));
            }
        }
    }
}
