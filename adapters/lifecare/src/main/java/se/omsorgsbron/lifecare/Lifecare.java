package se.omsorgsbron.lifecare;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.lifecare.client.LifecareClient;
import se.omsorgsbron.lifecare.explain.LifecareKinds;
import se.omsorgsbron.lifecare.feed.Feeds;
import se.omsorgsbron.lifecare.journal.JournalConfiguration;
import se.omsorgsbron.lifecare.journal.LifecareJournal;
import se.omsorgsbron.lifecare.supplements.SupplementsFeed;

/** The way in: the feeds of one municipality. */
public final class Lifecare {
    private Lifecare() {}

    /** The feeds of a municipality's Lifecare, in the order in which they are best read at the first load. */
    public static List<Feed> feeds(LifecareConfiguration configuration) {
        return feeds(configuration, Clock.systemUTC());
    }

    /** A municipality's journal in Lifecare, as a recipient of notes that were written elsewhere. */
    public static Recipient journal(LifecareConfiguration configuration, JournalConfiguration journal) {
        return new LifecareJournal(journal, new LifecareClient(configuration.connection()), Clock.systemUTC());
    }

    /** The kinds of record that can be explained, as that municipality's tables read them. */
    public static List<RecordKind> kinds(LifecareConfiguration configuration) {
        return LifecareKinds.of(configuration.context());
    }

    /** The same, with a clock that tests turn. */
    static List<Feed> feeds(LifecareConfiguration configuration, Clock clock) {
        return Feeds.of(
                new LifecareClient(configuration.connection()),
                configuration.pageSize(),
                configuration.overlap(),
                configuration.context(),
                clock);
    }

    /**
     * The feed of the coordinator's file, of which a municipality gets its own rows.
     *
     * @param municipality code, four digits
     * @param municipalities codes of all municipalities that share the file; the first of them tells of rows that belong to none
     * @param file CSV, as {@code docs/supplements.md} describes it
     */
    public static Feed supplements(String municipality, Set<String> municipalities, Path file) {
        return new SupplementsFeed(municipality, municipalities, file);
    }
}
