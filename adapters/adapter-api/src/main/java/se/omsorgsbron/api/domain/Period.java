package se.omsorgsbron.api.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days, both inclusive, in the municipality's time zone.
 *
 * @param start first day, or empty where it is not known
 * @param end last day, or empty while it goes on
 */
public record Period(Optional<LocalDate> start, Optional<LocalDate> end) {
    /** Nothing known about either end. */
    public static final Period OPEN = new Period(Optional.empty(), Optional.empty());

    public static Period from(LocalDate start) {
        return new Period(Optional.of(start), Optional.empty());
    }

    public Period endedOn(LocalDate day) {
        return new Period(start, Optional.of(day));
    }

    /** Whether {@code day} lies in the period; an unknown start has always begun. */
    public boolean holds(LocalDate day) {
        return start.map(s -> !day.isBefore(s)).orElse(true)
                && end.map(e -> !day.isAfter(e)).orElse(true);
    }
}
