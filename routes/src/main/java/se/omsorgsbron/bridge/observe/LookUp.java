package se.omsorgsbron.bridge.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.FeedKey;

/** Asks the source for a record by its id before its second absence from a list counts as its end. */
final class LookUp {
    private static final Logger LOG = LoggerFactory.getLogger(LookUp.class);

    private final FeedKey key;
    private final Feed feed;
    private final FactReader facts;

    LookUp(FeedKey key, Feed feed, FactReader facts) {
        this.key = key;
        this.feed = feed;
        this.facts = facts;
    }

    /** What the ledger would end after this reading, but that the source still has, or could not be asked about. */
    List<Observation.Unlisted> unlisted(Observations read) {
        List<Observation.Unlisted> unlisted = new ArrayList<>();
        for (String resource : read.coverage().whole()) {
            Set<String> missing = facts.missingIds(key, resource);
            read.items().stream()
                    .flatMap(Observation::mentioned)
                    .filter(source -> source.resource().equals(resource))
                    .forEach(source -> missing.remove(source.id()));
            stillThere(resource, missing).stream()
                    .map(id -> new Observation.Unlisted(new SourceReference(key.system(), resource, id)))
                    .forEach(unlisted::add);
        }
        return unlisted;
    }

    private Set<String> stillThere(String resource, Set<String> missing) {
        if (missing.isEmpty()) {
            return missing;
        }
        try {
            Set<String> there = feed.stillThere(resource, missing);
            if (!there.isEmpty()) {
                LOG.warn("{} lacks {} records that a look-up by id still finds: they stay", key, there.size());
            }
            return there;
        } catch (SourceUnavailable unavailable) {
            LOG.warn("{} lacks {} records that could not be looked up: they stay", key, missing.size());
            return missing;
        }
    }
}
