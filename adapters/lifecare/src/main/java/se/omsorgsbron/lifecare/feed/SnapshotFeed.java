package se.omsorgsbron.lifecare.feed;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.wire.Resource;

/** A list without {@code gt}: all of it, every time. */
final class SnapshotFeed extends ListFeed {
    private final RecordMapper mapper;

    SnapshotFeed(Resource resource, Lists lists, RecordMapper mapper) {
        super(resource, lists);
        this.mapper = mapper;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(resource);
        lists.read(name(), resource, Map.of(), reading, record -> reading.record(record, mapper));
        return reading.observations(new Coverage.Complete(Set.of(resource.code())));
    }
}
