package se.omsorgsbron.api.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One list of a source that is read at intervals. Implementations do I/O and keep no state of their own. */
public interface Feed {

    /** Name within its source, such as {@code service_plans}; also the name of its watermark. */
    String name();

    /** Whether it is read at the slow interval, for lists that cost the source more. */
    default boolean slow() {
        return false;
    }

    /**
     * Reads what there is since the watermark, or everything.
     *
     * @param watermark what the last reading gave; empty at the first
     * @param known what the ledger already has of this source
     * @throws SourceUnavailable if the source did not answer, or not completely: then nothing was read
     */
    Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable;

    /** What the ledger already has of this source. */
    interface Known {
        /** Ids of the records of {@code resource} that are present, in ascending order. */
        List<String> ids(String resource);
    }
}
