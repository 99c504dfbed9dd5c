package se.omsorgsbron.api.recipient;

import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.mapping.Problem;

/**
 * What the recipient answered, for each item of a parcel.
 *
 * @param outcomes by item key; every item of the parcel is in it
 */
public record Receipt(Map<String, Outcome> outcomes) {
    public Receipt {
        outcomes = Map.copyOf(outcomes);
    }

    /** What became of one item. */
    public sealed interface Outcome {

        /**
         * The recipient holds it.
         *
         * @param version the recipient's version of it
         * @param location where the recipient keeps it, where it chose that itself
         */
        record Stored(String version, Optional<String> location) implements Outcome {}

        /**
         * It did not take it, and will not if it is sent again as it is. Also for a version that is not the one the bridge
         * wrote: a difference to look into.
         *
         * @param problem why, in words, and who has to act
         */
        record Refused(Problem problem) implements Outcome {}
    }
}
