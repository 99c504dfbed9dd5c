package se.omsorgsbron.caremanagement.feed;

import java.util.List;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.caremanagement.client.CareManagementClient;
import se.omsorgsbron.caremanagement.client.PartyClient;
import se.omsorgsbron.caremanagement.mapper.MappingContext;

/** Which list is read how. */
public final class Feeds {
    private Feeds() {}

    /**
     * All feeds of one municipality, in an order in which most of what a record points at has been read before it.
     *
     * @param client of the municipality
     * @param parties its party look-up
     * @param pageSize errands asked for at a time
     * @param context what the municipality has settled
     */
    public static List<Feed> of(
            CareManagementClient client, PartyClient parties, int pageSize, MappingContext context) {
        HomeCare homeCare = new HomeCare(client, parties, pageSize, context);
        return List.of(new ErrandsFeed(homeCare), new JournalFeed(homeCare));
    }
}
