package se.omsorgsbron.bridge.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret that is written in the configuration or, better, in a file that the configuration names. */
public final class Secret {
    private Secret() {}

    /** The secret, or empty where neither is given. Read anew each time, so that a changed file is noticed. */
    public static Optional<String> of(String value, Path file) {
        if (file != null) {
            try {
                return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
            } catch (IOException e) {
                throw new UncheckedIOException("a secret's file cannot be read: " + file.getFileName(), e);
            }
        }
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
