package se.omsorgsbron.bridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Heads of the chain, in a file outside the database: a line for each, {@code <seq> <hash> <time>}. Whoever can write to the
 * database should not be able to write to it.
 */
public final class Anchors {
    private final Path file;

    public Anchors(Path file) {
        this.file = file;
    }

    /** One head. */
    record Anchor(long seq, String hash) {}

    /** Notes the head; a line is written whole or not at all. */
    void write(long seq, String hash) {
        try {
            String line = seq + " " + hash + " " + Instant.now() + "\n";
            Files.write(
                    file,
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the audit's anchors cannot be written", e);
        }
    }

    /** All heads that were noted; a line that is none is told as empty. */
    List<Optional<Anchor>> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(Anchors::anchor).toList();
        }
    }

    private static Optional<Anchor> anchor(String line) {
        String[] parts = line.split(" ");
        return parts.length == 3 && parts[0].matches("[0-9]{1,18}")
                ? Optional.of(new Anchor(Long.parseLong(parts[0]), parts[1]))
                : Optional.empty();
    }
}
