package se.omsorgsbron.sandbox.check;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of {@code supplements.csv}.
 *
 * @param municipality code
 * @param subject {@code client:<Id>}, {@code personnel:<Id>} or {@code contact:<Id>}
 * @param kind such as {@code exempted}
 * @param date first day
 * @param until last day
 * @param value depends on the kind
 * @param note free text
 */
record Supplement(
        String municipality,
        String subject,
        String kind,
        Optional<LocalDate> date,
        Optional<LocalDate> until,
        String value,
        String note) {

    /** Whether it holds on that day; without dates it always does. */
    boolean holds(LocalDate day) {
        return date.map(d -> !day.isBefore(d)).orElse(true)
                && until.map(u -> !day.isAfter(u)).orElse(true);
    }
}
