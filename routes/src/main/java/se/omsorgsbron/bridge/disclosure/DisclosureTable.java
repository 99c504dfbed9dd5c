package se.omsorgsbron.bridge.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import se.omsorgsbron.api.domain.DisclosedConcept;

/**
 * A municipality's decision table: which part of which concept may leave, to whom, and on which ground. What no row allows does
 * not leave.
 *
 * @param name what the table is called
 * @param night the words by which the municipality says night
 * @param rows at most {@link #MOST_ROWS}, in the order of the file
 */
public record DisclosureTable(String name, NightWords night, List<Row> rows) {
    /** More rows than a person can keep in view are no policy. */
    public static final int MOST_ROWS = 100;

    /** A table that allows nothing. */
    public static final DisclosureTable NOTHING = new DisclosureTable("nothing", List.of());

    public DisclosureTable {
        rows = List.copyOf(rows);
    }

    /** A table of a municipality that says night as most do. */
    public DisclosureTable(String name, List<Row> rows) {
        this(name, NightWords.DEFAULT, rows);
    }

    /** The same table where night is said with those words. */
    public DisclosureTable with(NightWords words) {
        return new DisclosureTable(name, words, rows);
    }

    /**
     * One row.
     *
     * @param line its line in the file
     * @param recipient name in the configuration
     * @param concept what it is about
     * @param part one of the concept's parts, or {@code all}
     * @param ground on which ground
     * @param decision the standing decision that a harm test rests on for everybody, in words; empty where each person needs a
     *     ground of their own
     * @param days how long a recorded ground counts from its first day; empty where it counts as long as it says itself
     */
    public record Row(
            int line,
            String recipient,
            DisclosedConcept concept,
            String part,
            Ground ground,
            Optional<String> decision,
            OptionalInt days) {
        /** In {@link Row#part}: every part. */
        public static final String ALL = "all";

        /** Whether it is about that part. */
        public boolean names(String other) {
            return part.equals(ALL) || part.equals(other);
        }
    }

    /** The rows about one part of a concept for one recipient. */
    public List<Row> rows(String recipient, DisclosedConcept concept, String part) {
        return rows.stream()
                .filter(row -> row.recipient().equals(recipient) && row.concept() == concept && row.names(part))
                .toList();
    }

    /** The recipients that it names. */
    public Set<String> recipients() {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.recipient()));
        return names;
    }
}
