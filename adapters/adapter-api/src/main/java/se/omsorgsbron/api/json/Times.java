package se.omsorgsbron.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates and times as the systems write them: {@code yyyy-MM-ddTHH:mm:ss}, with a fraction or not, with an offset or not.
 * Without an offset it is local time in the zone, if there is one, and else no time. A year before 1900 is .NET's way to say "never set" and no
 * date.
 */
final class Times {
    static final String EXPECTED_DATE = "a date from 1900 on, such as 2026-11-24T00:00:00";
    static final String EXPECTED_TIME = "a time from 1900 on, such as 2026-11-24T10:15:00+01:00";

    private static final int FIRST_YEAR = 1900;
    /** What may be told of a value that is no date: only what looks like an attempt at one; ten or more digits in a row do not. */
    private static final Pattern TELLABLE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ][0-9:.Z+-]{0,20})?");

    private Times() {}

    /** The moment, or empty where {@code text} is none. */
    static Optional<Instant> instant(String text, Optional<ZoneId> zone) {
        return read(text, zone).map(ZonedDateTime::toInstant);
    }

    /** The day in {@code zone}, or empty where {@code text} is none. */
    static Optional<LocalDate> date(String text, Optional<ZoneId> zone) {
        return read(text, zone)
                .map(time -> zone.map(time::withZoneSameInstant).orElse(time).toLocalDate());
    }

    /** What was found, without saying what could be personal. */
    static String describe(String text) {
        return TELLABLE.matcher(text).matches() ? text : text.length() + " characters that are no date";
    }

    private static Optional<ZonedDateTime> read(String text, Optional<ZoneId> zone) {
        try {
            ZonedDateTime time = zoned(text, zone);
            return time.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime zoned(String text, Optional<ZoneId> within) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(local(within));
        }
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
                ? offset.toZonedDateTime()
                : LocalDateTime.from(parsed).atZone(local(within));
    }

    private static ZoneId local(Optional<ZoneId> zone) {
        return zone.orElseThrow(() -> new DateTimeException("a time without an offset"));
    }
}
