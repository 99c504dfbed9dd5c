package se.omsorgsbron.lifecare.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.PageReader;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * A list with {@code gt}: all of it first, then what was modified since. The watermark is when Lifecare gave the first page, by
 * its own clock, with the overlap taken off, because a source commits late.
 */
final class DeltaFeed extends ListFeed {
    private final Duration overlap;
    private final RecordMapper mapper;

    DeltaFeed(Resource resource, Lists lists, Duration overlap, RecordMapper mapper) {
        super(resource, lists);
        this.overlap = overlap;
        this.mapper = mapper;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(resource);
        Map<String, String> since =
                watermark.map(mark -> Map.of("gt", utc(mark))).orElseGet(Map::of);
        PageReader.Outcome outcome =
                lists.read(name(), resource, since, reading, record -> reading.record(record, mapper));
        return reading.observations(
                coverage(resource, watermark.isPresent(), outcome.time().map(time -> time.minus(overlap))));
    }

    /** What a whole reading covers; without the source's time there is nothing to read changes from. */
    static Coverage coverage(Resource resource, boolean changes, Optional<Instant> next) {
        if (changes) {
            return next.<Coverage>map(Coverage.Changes::new).orElseGet(Coverage.Partial::new);
        }
        Set<String> resources = Set.of(resource.code());
        return next.<Coverage>map(mark -> new Coverage.Baseline(resources, mark))
                .orElseGet(() -> new Coverage.Complete(resources));
    }

    static String utc(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
