package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads Lifecare's and FHIR's times. A time without an offset is Swedish local time. */
final class Times {
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private Times() {}

    /** The moment, or empty where the text is none. */
    static Optional<Instant> instant(String text) {
        try {
            boolean offset = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:\\d\\d");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(SWEDEN).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // not a time: the record is one that the bridge should hold
        }
    }

    /** The day in Sweden, of a date or a date-time; empty where the text is neither. */
    static Optional<LocalDate> day(String text) {
        if (text.length() > 10) {
            return instant(text).map(Times::day);
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // as above
        }
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(SWEDEN).toLocalDate();
    }

    static Optional<LocalDate> day(JsonNode node, String field) {
        return Json.find(node, field).flatMap(Times::day);
    }

    static Optional<Instant> instant(JsonNode node, String field) {
        return Json.find(node, field).flatMap(Times::instant);
    }

    /** Whether {@code field} is empty or a time. */
    static boolean readable(JsonNode node, String field) {
        return Json.find(node, field).map(text -> day(text).isPresent()).orElse(true);
    }
}
