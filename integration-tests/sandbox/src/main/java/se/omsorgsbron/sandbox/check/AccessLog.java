package se.omsorgsbron.sandbox.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what reached the FHIR server, from its access log: a line per request with time (ISO 8601 with offset), method, path
 * without query, status and milliseconds, a space between.
 */
public final class AccessLog {
    private static final Pattern LINE = Pattern.compile("(\\S+) ([A-Z]+) (\\S+) (\\d{3})\\b.*");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private AccessLog() {}

    /**
     * The writes that succeeded: POST, PUT, PATCH and DELETE with a 2xx, searches by POST left out.
     *
     * @param log the log; one that is not there counts as empty
     * @param since only what was logged then or later
     * @throws CheckFailed if it cannot be read
     */
    public static int writes(Path log, Instant since) {
        if (!Files.exists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return (int) lines.map(LINE::matcher)
                    .filter(line -> line.matches() && isWrite(line) && !isBefore(line.group(1), since))
                    .count();
        } catch (IOException e) {
            throw new CheckFailed("the FHIR server's access log cannot be read", e);
        }
    }

    private static boolean isWrite(Matcher line) {
        return WRITING.contains(line.group(2))
                && line.group(4).startsWith("2")
                && !line.group(3).replaceFirst("\\?.*$", "").endsWith("_search");
    }

    private static boolean isBefore(String time, Instant since) {
        try {
            return OffsetDateTime.parse(time).toInstant().isBefore(since);
        } catch (DateTimeException e) {
            return false; // a time that cannot be read is counted: better a write too many than one hidden
        }
    }
}
