package se.omsorgsbron.api.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one reading of a feed gave.
 *
 * @param items the records, in the order of the source
 * @param coverage what the absence of a record means
 */
public record Observations(List<Observation> items, Coverage coverage) {
    public Observations {
        items = List.copyOf(items);
    }

    /** These with {@code more} after them. */
    public Observations with(List<? extends Observation> more) {
        List<Observation> all = new ArrayList<>(items);
        all.addAll(more);
        return new Observations(all, coverage);
    }

    /** What a reading covers. */
    public sealed interface Coverage {

        /** The resources of which absence means something. */
        default Set<String> whole() {
            return Set.of();
        }

        /**
         * Changes only: absence means nothing.
         *
         * @param watermark read from here next time, in the source's time; the overlap is already taken off
         */
        record Changes(Instant watermark) implements Coverage {}

        /**
         * Everything that the source has of these resources, read to the end: absence in two of these means gone.
         *
         * @param resources the resources of {@link se.omsorgsbron.api.domain.SourceReference} that were read whole
         */
        record Complete(Set<String> resources) implements Coverage {
            public Complete {
                resources = Set.copyOf(resources);
            }

            @Override
            public Set<String> whole() {
                return resources;
            }
        }

        /**
         * Everything, as the base for later changes: absence in two of these means gone, and changes are read from the
         * watermark on.
         *
         * @param resources the resources that were read whole
         * @param watermark read changes from here next time
         */
        record Baseline(Set<String> resources, Instant watermark) implements Coverage {
            public Baseline {
                resources = Set.copyOf(resources);
            }

            @Override
            public Set<String> whole() {
                return resources;
            }
        }

        /** Some of it could not be read: absence means nothing, and the watermark stays where it was. */
        record Partial() implements Coverage {}
    }
}
