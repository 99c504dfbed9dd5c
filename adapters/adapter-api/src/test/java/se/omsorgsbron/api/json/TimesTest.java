package se.omsorgsbron.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:15:00, 2026-11-24T09:15:00Z",
        "2026-07-24T10:15:00, 2026-07-24T08:15:00Z",
        "2026-11-24T10:15:00.1234567, 2026-11-24T09:15:00.123456700Z",
        "2026-11-24T10:15:00Z, 2026-11-24T10:15:00Z",
        "2026-11-24T10:15:00+01:00, 2026-11-24T09:15:00Z",
        "2026-11-24, 2026-11-23T23:00:00Z"
    })
    void aTimeWithoutAnOffsetIsTheMunicipalitysOwn(String text, Instant expected) {
        assertThat(Times.instant(text, Optional.of(Samples.STOCKHOLM))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T00:00:00, 2026-11-24",
        "2026-11-24, 2026-11-24",
        "2026-11-23T23:30:00Z, 2026-11-24",
        "2026-11-24T00:00:00+01:00, 2026-11-24",
        "9999-12-31T00:00:00, 9999-12-31"
    })
    void aDateIsTheDayInTheMunicipality(String text, LocalDate expected) {
        assertThat(Times.date(text, Optional.of(Samples.STOCKHOLM))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "den 29 maj 2026",
                "2026-02-30",
                "2026-13-01T00:00:00",
                "2026-11-24T25:00:00",
                "20261124",
                "24/11/2026",
                "0001-01-01T00:00:00",
                "2026-11-24 10:15",
                "/Date(1764000000000)/"
            })
    void whatIsNoDateIsNone(String text) {
        assertThat(Times.date(text, Optional.of(Samples.STOCKHOLM))).isEmpty();
        assertThat(Times.instant(text, Optional.of(Samples.STOCKHOLM))).isEmpty();
    }

    @Test
    void anAttemptAtADateIsShownAndAnIdentityNumberIsNot() {
        assertThat(Times.describe("2026-02-30T00:00:00")).isEqualTo("2026-02-30T00:00:00");
        assertThat(Times.describe("189002029800")).isEqualTo("12 characters that are no date");
        assertThat(Times.describe("18900202-9800")).isEqualTo("13 characters that are no date");
    }

    @Property
    void everyDayIsReadAsItselfWhateverTimeOfDayIsWritten(
            @ForAll @DateRange(min = "1900-01-01", max = "2199-12-31") LocalDate day,
            @ForAll @IntRange(max = 23) int hour) {
        String text = day + "T" + (hour < 10 ? "0" : "") + hour + ":30:00";
        assertThat(Times.date(text, Optional.of(Samples.STOCKHOLM))).contains(day);
    }

    @Property
    void anyTextIsReadOrIsNone(@ForAll @StringLength(max = 30) String text) {
        assertThat(Times.instant(text, Optional.of(Samples.STOCKHOLM)).isPresent())
                .isEqualTo(Times.date(text, Optional.of(Samples.STOCKHOLM)).isPresent());
    }
}
