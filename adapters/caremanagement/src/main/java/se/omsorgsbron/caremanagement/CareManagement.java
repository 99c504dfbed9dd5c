package se.omsorgsbron.caremanagement;

import java.time.Clock;
import java.util.List;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.caremanagement.client.CareManagementClient;
import se.omsorgsbron.caremanagement.client.PartyClient;
import se.omsorgsbron.caremanagement.explain.CareManagementKinds;
import se.omsorgsbron.caremanagement.feed.Feeds;
import se.omsorgsbron.caremanagement.journal.CareManagementJournal;

/** The way in: one municipality's CareManagement, as a source and as a recipient, which share the party look-up. Thread-safe. */
public final class CareManagement {
    private final CareManagementConfiguration configuration;
    private final CareManagementClient client;
    private final PartyClient parties;

    public CareManagement(CareManagementConfiguration configuration) {
        this(configuration, Clock.systemUTC());
    }

    /** The same, with a clock that tests turn. */
    CareManagement(CareManagementConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.client = new CareManagementClient(configuration.connection());
        this.parties = new PartyClient(configuration.municipality(), configuration.partyConnection(), clock);
    }

    /** Its feeds, in the order in which they are best read at the first load. */
    public List<Feed> feeds() {
        return Feeds.of(client, parties, configuration.pageSize(), configuration.context());
    }

    /** The kinds of record that can be explained, as the municipality's tables read them. */
    public static List<RecordKind> kinds(CareManagementConfiguration configuration) {
        return CareManagementKinds.of(configuration.context());
    }

    /**
     * Its journal.
     *
     * @param name name of the recipient in the configuration, such as {@code journal}
     */
    public Recipient journal(String name) {
        return new CareManagementJournal(
                name,
                client,
                parties,
                configuration.pageSize(),
                configuration.context(),
                configuration.journal().opening(),
                configuration.rules());
    }
}
