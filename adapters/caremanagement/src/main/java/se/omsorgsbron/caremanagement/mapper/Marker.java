package se.omsorgsbron.caremanagement.mapper;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line by which the bridge knows again what it wrote, since CareManagement has no field for it and takes no idempotency key: the
 * last line, {@code [omsorgsbron 0f8fad5b-d9cb-469f-a165-70867728950e]}. A note can quote an entry with its marker, so only the last
 * marker of a text counts: the bridge always writes its own after everything else.
 */
public final class Marker {
    private static final Pattern LINE = Pattern.compile(
            "^\\h*\\[omsorgsbron ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})]\\h*$",
            Pattern.MULTILINE | Pattern.UNIX_LINES);

    private Marker() {}

    /** The line for that item. */
    public static String of(UUID id) {
        return "[omsorgsbron " + id + "]";
    }

    /** The text with the marker as its last line. */
    public static String mark(String text, UUID id) {
        return text + "\n" + of(id);
    }

    /** Whose marker a text bears. */
    public static Optional<UUID> in(String text) {
        Optional<UUID> last = Optional.empty();
        Matcher lines = LINE.matcher(text.replace("\r\n", "\n").replace('\r', '\n'));
        while (lines.find()) {
            last = Optional.of(UUID.fromString(lines.group(1)));
        }
        return last;
    }
}
