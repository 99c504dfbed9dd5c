package se.omsorgsbron.api.mapping;

import java.util.List;

/**
 * The outcome of mapping one record of a source: a value, or the problems that prevent one; never null, never half of it.
 *
 * @param <T> the domain record it becomes
 */
public sealed interface Mapped<T> {

    /** Populated fields of the source record that the mapping did not use, as paths such as {@code Addresses[0].EntryCode}. */
    List<String> unused();

    /**
     * The record could be read.
     *
     * @param value what it became
     * @param unused populated fields that were not used
     */
    record Value<T>(T value, List<String> unused) implements Mapped<T> {
        public Value {
            unused = List.copyOf(unused);
        }
    }

    /**
     * The record could not be read; it is held with its original.
     *
     * @param problems at least one, all that were found and not just the first
     * @param unused populated fields that were not used
     */
    record Rejected<T>(List<Problem> problems, List<String> unused) implements Mapped<T> {
        public Rejected {
            problems = List.copyOf(problems);
            unused = List.copyOf(unused);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejected record needs a problem");
            }
        }
    }
}
