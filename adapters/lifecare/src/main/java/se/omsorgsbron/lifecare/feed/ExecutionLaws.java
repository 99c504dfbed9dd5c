package se.omsorgsbron.lifecare.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.mapper.ExecutionMapper;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * The law of each execution, for notes, which name an execution and no law.
 *
 * @param byId by execution id
 * @param whole whether an execution that is missing here is one that Lifecare does not have
 */
record ExecutionLaws(Map<String, Law> byId, boolean whole) {

    /** Reads the list of executions. */
    static ExecutionLaws read(String feed, Lists lists) throws SourceUnavailable {
        Map<String, Law> laws = new HashMap<>();
        Reading reading = new Reading(Resource.EXECUTIONS);
        lists.read(
                feed,
                Resource.EXECUTIONS,
                Map.of(),
                reading,
                record -> Reading.id(record).ifPresent(id -> laws.put(id, ExecutionMapper.law(record))));
        return new ExecutionLaws(laws, reading.whole());
    }

    boolean isSol(String execution) {
        return byId.get(execution) == Law.SOL;
    }

    /** The law; empty where a list that was not whole does not tell. */
    Optional<Law> of(String execution) {
        return whole
                ? Optional.of(byId.getOrDefault(execution, Law.UNKNOWN))
                : Optional.ofNullable(byId.get(execution));
    }
}
