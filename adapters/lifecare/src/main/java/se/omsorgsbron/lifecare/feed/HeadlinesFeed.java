package se.omsorgsbron.lifecare.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * Headlines of notes: no facts come from them. They are read to tell operations when the municipality's table names a headline
 * that Lifecare does not have, because then a kind of note silently never comes. One that is no longer active is fine: older
 * notes stand under it.
 */
final class HeadlinesFeed extends ListFeed {
    private static final Resource RESOURCE = Resource.PROVIDER_HEADLINES;

    private final Set<String> configured;

    HeadlinesFeed(Lists lists, Set<String> configured) {
        super(RESOURCE, lists);
        this.configured = new TreeSet<>(configured);
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(RESOURCE);
        Map<String, JsonNode> headlines = new HashMap<>();
        lists.read(
                name(),
                RESOURCE,
                Map.of(),
                reading,
                record -> Reading.id(record).ifPresent(id -> headlines.put(id, record)));
        // Of a list that was not read whole it cannot be said what it lacks.
        if (reading.whole()) {
            configured.forEach(id -> reading.add(check(id, headlines.containsKey(id))));
        }
        return reading.observations(new Coverage.Complete(Set.of(RESOURCE.code())));
    }

    private static Observation check(String id, boolean exists) {
        if (exists) {
            return new Observation.Read(RESOURCE.source(id), List.of(), List.of());
        }
        Problem problem = new Problem(
                Reason.UNKNOWN_CODE,
                "Id",
                "no headline with this id",
                "the id of one of Lifecare's headlines of notes in the configuration's table");
        return new Observation.Unreadable(RESOURCE.source(id), Optional.empty(), "", List.of(problem));
    }
}
