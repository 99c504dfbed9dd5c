package se.omsorgsbron.bridge.disclosure;

import java.util.List;
import java.util.Set;
import se.omsorgsbron.api.domain.RecordedGround;

/**
 * What is recorded of a person, and, said apart from it and by hand, what of that counts today.
 *
 * @param name for the reader of a mismatch
 * @param recorded goes into the ledger
 * @param counts what is in force today, in the words of the table; goes into the expectation
 * @param homeCare whether the person has a permanent contact and home care under SoL; otherwise help under LSS
 */
record Situation(String name, List<RecordedGround> recorded, List<InForce> counts, boolean homeCare) {
    Situation {
        recorded = List.copyOf(recorded);
        counts = List.copyOf(counts);
    }

    /**
     * Something that counts today.
     *
     * @param what {@code consent}, {@code svod-information}, {@code harm-test} or {@code block}
     * @param recipients for whom; empty means everybody
     * @param concepts of what, as in the table; empty means everything
     * @param age days since its first day
     */
    record InForce(String what, Set<String> recipients, Set<String> concepts, int age) {
        boolean covers(String recipient, String concept) {
            return (recipients.isEmpty() || recipients.contains(recipient))
                    && (concepts.isEmpty() || concepts.contains(concept));
        }
    }

    /** Whether that counts today for a recipient's row about the concept, which lets it be younger than {@code days}. */
    boolean has(String what, String recipient, String concept, int days) {
        return counts.stream()
                .anyMatch(ground ->
                        ground.what().equals(what) && ground.covers(recipient, concept) && ground.age() < days);
    }

    @Override
    public String toString() {
        return name;
    }
}
