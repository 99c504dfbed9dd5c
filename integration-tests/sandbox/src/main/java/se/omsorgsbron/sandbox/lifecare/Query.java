package se.omsorgsbron.sandbox.lifecare;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query of a request, decoded. What cannot be read is refused with 400.
 *
 * @param values by name; of a name that comes twice, the first
 */
record Query(Map<String, String> values) {

    static Query parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Invalid encoding of the query");
        }
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Refuses a parameter that the contract does not have for this path: a mistake should show, not be ignored. */
    void allowOnly(Set<String> names) {
        values.keySet().stream()
                .filter(name -> !names.contains(name) && !name.equals("domain") && !name.equals("key"))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(400, "This resource has no such query parameter");
                });
    }

    /** A number from 0, or the default where it is not given or 0. */
    int number(String name, int whenAbsent) {
        String text = get(name).orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(400, "The value of " + name + " is not valid for Int32");
        }
        int number = Integer.parseInt(text);
        return number == 0 ? whenAbsent : number;
    }

    /** A UTC date-time; one without an offset is UTC. */
    Optional<Instant> time(String name) {
        return get(name).map(text -> {
            try {
                TemporalAccessor time =
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return time instanceof OffsetDateTime offset
                        ? offset.toInstant()
                        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                throw new Refusal(400, "The value of " + name + " is not valid for DateTime");
            }
        });
    }
}
