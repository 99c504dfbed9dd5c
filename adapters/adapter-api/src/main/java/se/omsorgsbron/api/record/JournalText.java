package se.omsorgsbron.api.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.HealthCareWords;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;

/**
 * The text under which a note that was written elsewhere stands in a case system's journal: one line that says where it comes from,
 * who wrote it and when, the words as they were written, and what else the note says that a journal has no field for. Nothing is cut.
 */
public final class JournalText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** There can be several, each with a name that begins so. */
    private static final String NIGHT_PATROL = "night-patrol";

    private static final Map<String, String> ORIGINS = Map.of(
            "lifecare", "Lifecare",
            "caremanagement", "CareManagement");

    private JournalText() {}

    /**
     * The note.
     *
     * @param record whose note it is
     * @param zone the municipality's
     */
    public static String of(PersonRecord record, NoteEntry entry, ZoneId zone) {
        JournalNote note = entry.note();
        StringBuilder text = new StringBuilder(origin(entry.source()));
        author(note).ifPresent(author -> text.append(", ").append(author));
        text.append(", ").append(time(note.occurred(), zone)).append(":\n");
        if (entry.notForPatient()) {
            // A journal has no field for the label, so it bears it in words.
            text.append("Ska inte visas för den enskilde.\n");
        }
        note.corrects()
                .ifPresent(earlier -> text.append("Rättar en tidigare anteckning")
                        .append(corrected(record, earlier)
                                .map(at -> " om " + time(at, zone))
                                .orElse(""))
                        .append(".\n"));
        text.append(note.text().value());
        if (note.followUpWanted()) {
            text.append("\nUppföljning önskas.");
        }
        return text.toString();
    }

    /** What stands in the journal when a note is withdrawn that stands there. */
    public static String withdrawal(NoteEntry entry, ZoneId zone) {
        return origin(entry.source()) + ": anteckningen om " + time(entry.note().occurred(), zone)
                + " har återkallats och ska inte användas.";
    }

    /** When what a note corrects happened, where that is known. */
    private static Optional<Instant> corrected(PersonRecord record, SourceReference earlier) {
        return record.notes().stream()
                .filter(other -> other.source().equals(earlier))
                .map(other -> other.note().occurred())
                .findFirst();
    }

    private static String origin(SourceReference source) {
        if (HealthCareWords.are(source)) {
            return "Från primärvården";
        }
        return "Från "
                + (source.system().startsWith(NIGHT_PATROL)
                        ? "nattpatrullen"
                        : ORIGINS.getOrDefault(source.system(), source.system()));
    }

    private static Optional<String> author(JournalNote note) {
        String author = Stream.of(note.authorName().full(), note.authorTitle())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Optional.of(author).filter(who -> !who.isEmpty());
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
