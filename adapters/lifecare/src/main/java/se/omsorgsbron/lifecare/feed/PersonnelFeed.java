package se.omsorgsbron.lifecare.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.Answer;
import se.omsorgsbron.lifecare.client.LifecareClient;
import se.omsorgsbron.lifecare.client.PageReader;
import se.omsorgsbron.lifecare.client.PageReader.Broken;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * Staff, version 2. It has no {@code gt}: changes come from {@code modified_personnel}, which looks at most seven days back, so
 * after a longer pause the whole list is read. Inactive staff are read too: a person's contact may have just been disabled.
 */
final class PersonnelFeed extends ListFeed {
    /** A day less than what the contract allows, so that two clocks that differ cannot ask for too much. */
    static final Duration LOOK_BACK = Duration.ofDays(6);

    private static final Resource RESOURCE = Resource.PERSONNEL;
    private static final String MODIFIED = RESOURCE.path() + "/modified_personnel";

    private final Duration overlap;
    private final RecordMapper mapper;
    private final Clock clock;

    PersonnelFeed(Lists lists, Duration overlap, RecordMapper mapper, Clock clock) {
        super(RESOURCE, lists);
        this.overlap = overlap;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Instant earliest = clock.instant().minus(LOOK_BACK);
        Optional<Instant> since = watermark.filter(mark -> mark.isAfter(earliest));
        return since.isPresent() ? changes(since.get()) : everybody();
    }

    private Observations everybody() throws SourceUnavailable {
        Reading reading = new Reading(RESOURCE);
        Map<String, String> all = Map.of("includeInactive", "true");
        PageReader.Outcome outcome =
                lists.read(name(), RESOURCE, all, reading, record -> reading.record(record, mapper));
        return reading.observations(
                DeltaFeed.coverage(RESOURCE, false, outcome.time().map(t -> t.minus(overlap))));
    }

    private Observations changes(Instant since) throws SourceUnavailable {
        LifecareClient client = lists.client();
        Answer answer = client.get(name(), MODIFIED, Map.of("modifiedAfter", DeltaFeed.utc(since)));
        Reading reading = new Reading(RESOURCE);
        if (answer instanceof Answer.Json json && readable(json.body())) {
            json.body().path("ModifiedPersonnel").forEach(record -> reading.record(record, mapper));
            json.body().path("DeletedPersonnelIds").forEach(id -> reading.add(gone(id)));
        } else if (!(answer instanceof Answer.None)) {
            reading.notWhole();
            reading.broken(Broken.of(0, answer));
        }
        return reading.observations(
                DeltaFeed.coverage(RESOURCE, true, answer.time().map(t -> t.minus(overlap))));
    }

    private static Observation gone(JsonNode id) {
        return new Observation.Gone(RESOURCE.source(id.asText()));
    }

    /** Two lists, either of which may be missing. */
    private static boolean readable(JsonNode body) {
        return body.isObject() && isList(body.path("ModifiedPersonnel")) && isList(body.path("DeletedPersonnelIds"));
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() || node.isNull() || node.isMissingNode();
    }
}
