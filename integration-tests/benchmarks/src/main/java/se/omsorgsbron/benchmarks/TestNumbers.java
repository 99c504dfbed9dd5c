package se.omsorgsbron.benchmarks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;

/** Identity numbers that are kept for tests, of people born before 1900, all equally long. */
final class TestNumbers {
    private static final LocalDate FIRST_DAY = LocalDate.of(1881, 1, 1);
    private static final int DAYS = 6_500;
    private static final int FIRST_SERIAL = 980;
    private static final int SERIALS = 18;

    /** How many there are. */
    static final int MOST = SERIALS * DAYS;

    private TestNumbers() {}

    /** @param nth from 0 on */
    static IdentityNumber of(int nth) {
        String digits = FIRST_DAY.plusDays(nth % DAYS).toString().replace("-", "") + (FIRST_SERIAL + nth / DAYS);
        return IntStream.range(0, 10)
                .mapToObj(digit -> IdentityNumbers.parse(digits + digit))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
