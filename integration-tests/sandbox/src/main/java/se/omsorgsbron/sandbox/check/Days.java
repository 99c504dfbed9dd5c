package se.omsorgsbron.sandbox.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Claims the days that only the bridge can know (when it first saw something): they must be possible, and never change. */
final class Days {
    private Days() {}

    /**
     * Claims a first or last day.
     *
     * @param given the day that a record says, which then holds
     * @param before the days that earlier versions said
     * @param written when the version was written: a day that somebody saw lies no later
     */
    static void claim(Claims claims, String path, Optional<LocalDate> given, Set<String> before, LocalDate written) {
        if (given.isPresent()) {
            claims.equal(path, given.get().toString());
        } else if (!before.isEmpty()) {
            claims.oneOf(path, before);
        } else {
            boolean possible = Times.day(claims.value(path))
                    .map(day -> !day.isAfter(written))
                    .orElse(false);
            claims.allow(path);
            if (!possible) {
                claims.findings()
                        .add(
                                path,
                                "a day no later than " + written,
                                claims.value(path).isEmpty() ? "" : "another");
            }
        }
    }
}
