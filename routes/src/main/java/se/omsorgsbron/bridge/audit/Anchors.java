package se.omsorgsbron.bridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Heads of the chain, in a file outside the database: a line for each, {@code <seq> <hash> <time>}; and cuts, {@code cut <seq>
 * <hash> <time>}, which say that the records up to that one were removed as they should be. Whoever can write to the database should
 * not be able to write to it.
 */
public final class Anchors {
    private static final String CUT = "cut";

    private final Path file;

    public Anchors(Path file) {
        this.file = file;
    }

    /** A line. */
    sealed interface Line {
        /** A record that was the newest when it was noted. */
        record Head(long seq, String hash) implements Line {}

        /** The newest record that was cut. */
        record Cut(long seq, String hash) implements Line {}

        /** A line that is neither. */
        record Unreadable() implements Line {}
    }

    /**
     * What is noted by now.
     *
     * @param lines how many lines there are
     * @param cuts the hash of the newest record that was cut, by its number
     */
    record Noted(long lines, Map<Long, String> cuts) {
        Noted {
            cuts = Map.copyOf(cuts);
        }
    }

    /** Notes the head; a line is written whole or not at all. */
    void write(long seq, String hash) {
        append(seq + " " + hash);
    }

    /** Notes that the records up to that one are cut. */
    void writeCut(long seq, String hash) {
        append(CUT + " " + seq + " " + hash);
    }

    private void append(String what) {
        try {
            String line = what + " " + Instant.now() + "\n";
            Files.write(
                    file,
                    line.getBytes(StandardCharsets.ISO_8859_1),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the audit's anchors cannot be written", e);
        }
    }

    Noted noted() throws IOException {
        Map<Long, String> cuts = new HashMap<>();
        try (Stream<Line> all = lines(Long.MAX_VALUE)) {
            long lines = all.peek(line -> {
                        if (line instanceof Line.Cut cut) {
                            cuts.put(cut.seq(), cut.hash());
                        }
                    })
                    .mapToLong(line -> 1)
                    .sum();
            return new Noted(lines, cuts);
        }
    }

    /** The first lines, at most so many; to be closed. */
    @SuppressWarnings("StreamResourceLeak")
    Stream<Line> lines(long most) throws IOException {
        return Files.exists(file)
                ? Files.lines(file, StandardCharsets.ISO_8859_1).limit(most).map(Anchors::line)
                : Stream.empty();
    }

    private static Line line(String line) {
        String[] parts = line.split(" ");
        boolean cut = parts.length == 4 && parts[0].equals(CUT);
        int first = cut ? 1 : 0;
        if (parts.length != first + 3 || !parts[first].matches("[0-9]{1,18}")) {
            return new Line.Unreadable();
        }
        long seq = Long.parseLong(parts[first]);
        return cut ? new Line.Cut(seq, parts[2]) : new Line.Head(seq, parts[1]);
    }
}
