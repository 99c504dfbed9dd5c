package se.omsorgsbron.bridge.observe;

import java.util.List;
import se.omsorgsbron.api.source.Feed;

/**
 * A source of one municipality.
 *
 * @param municipality code, four digits
 * @param system its name in the ledger, such as {@code lifecare}
 * @param feeds its lists
 */
public record Source(String municipality, String system, List<Feed> feeds) {
    public Source {
        feeds = List.copyOf(feeds);
    }
}
