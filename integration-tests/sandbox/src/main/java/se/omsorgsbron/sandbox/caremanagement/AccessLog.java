package se.omsorgsbron.sandbox.caremanagement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One line per request: time, method, what it is about, status. Never a path or a query, which have ids and party ids. */
final class AccessLog implements AutoCloseable {

    private final Optional<BufferedWriter> writer;
    private final Clock clock;

    AccessLog(Optional<Path> file, Clock clock) throws IOException {
        this.clock = clock;
        this.writer = file.isEmpty() ? Optional.empty() : Optional.of(open(file.get()));
    }

    private static BufferedWriter open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void write(String method, String resource, Answer answer) {
        if (writer.isPresent()) {
            try {
                writer.get()
                        .write(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + method + " " + resource + " "
                                + (answer.drop() ? "dropped" : answer.status()) + "\n");
                writer.get().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
