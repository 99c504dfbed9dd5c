package se.omsorgsbron.lifecare.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.Query;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * The journal, execution by execution, since a note names no person. Only executions under SoL are asked for: the patient journal
 * (HSL) and the notes under other laws are not home care's to pass on, so the bridge never reads them.
 */
final class DocumentationsFeed extends ListFeed {
    private static final Resource RESOURCE = Resource.DOCUMENTATIONS;

    private final RecordMapper mapper;

    DocumentationsFeed(Lists lists, RecordMapper mapper) {
        super(RESOURCE, lists);
        this.mapper = mapper;
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        Reading reading = new Reading(RESOURCE);
        List<String> executions = known.ids(Resource.EXECUTIONS.code());
        ExecutionLaws laws =
                executions.isEmpty() ? new ExecutionLaws(Map.of(), true) : ExecutionLaws.read(name(), lists);
        if (!laws.whole() || (laws.byId().isEmpty() && !executions.isEmpty())) {
            // Nothing was asked of executions that are missing here, so nothing is known of their notes.
            reading.notWhole();
        }
        for (String execution : executions) {
            if (laws.isSol(execution)) {
                Map<String, String> query = Map.of("q", Query.equal("ExecutionId", execution));
                lists.read(name(), RESOURCE, query, reading, record -> reading.record(record, mapper));
            }
        }
        return reading.observations(new Coverage.Complete(Set.of(RESOURCE.code())));
    }
}
