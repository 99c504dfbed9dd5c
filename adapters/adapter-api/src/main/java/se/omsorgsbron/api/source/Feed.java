package se.omsorgsbron.api.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One list of a source that is read at intervals. Implementations do I/O and keep no state of their own. */
public interface Feed {

    /** Name within its source, such as {@code service_plans}; also the name of its watermark. */
    String name();

    /** Whether it is read at the slow interval, for lists that cost the source more. */
    default boolean slow() {
        return false;
    }

    /**
     * Whether it can say that something may not leave, such as a block. Then nothing is delivered before it has been read whole
     * once, however long that takes.
     */
    default boolean settlesDisclosure() {
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

    /**
     * Which of the records that a whole reading lacked can still be found by their id, where the source has a look-up. They are
     * not gone then, whatever the list says.
     *
     * @param resource the resource of {@link se.omsorgsbron.api.domain.SourceReference}
     * @param ids of the records that are missing
     * @throws SourceUnavailable if one of them could not be asked for
     */
    default Set<String> stillThere(String resource, Set<String> ids) throws SourceUnavailable {
        return Set.of();
    }

    /** What the ledger already has of this source. */
    interface Known {
        /** Ids of the records of {@code resource} that are present, in ascending order. */
        List<String> ids(String resource);
    }
}
