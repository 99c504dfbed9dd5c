package se.omsorgsbron.lifecare.supplements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;

/** The coordinator's file as a feed: all of it, every time. */
public final class SupplementsFeed implements Feed {
    private final Ownership ownership;
    private final Path file;

    /**
     * A feed of one municipality's rows.
     *
     * @param municipality code, four digits
     * @param municipalities codes of all that share the file; the lowest tells of rows that belong to none of them
     * @param file UTF-8 CSV with semicolons
     */
    public SupplementsFeed(String municipality, Set<String> municipalities, Path file) {
        this.ownership = new Ownership(municipality, municipalities);
        this.file = file;
    }

    /** Which rows are this municipality's to tell of. */
    record Ownership(String municipality, Set<String> municipalities) {
        Ownership {
            TreeSet<String> all = new TreeSet<>(municipalities);
            all.add(municipality);
            municipalities = Set.copyOf(all);
        }

        boolean isMine(String code) {
            return municipality.equals(code);
        }

        boolean isKnown(String code) {
            return municipalities.contains(code);
        }

        /** Whether rows of no known municipality are told here: in one place, so that one mistake is one held item. */
        boolean tellsOfStrangers() {
            return municipality.equals(new TreeSet<>(municipalities).first());
        }
    }

    @Override
    public String name() {
        return SupplementsReading.SYSTEM;
    }

    @Override
    public boolean settlesDisclosure() {
        return true;
    }

    @Override
    public Observations read(Optional<Instant> watermark, Known known) throws SourceUnavailable {
        return SupplementsReading.read(SupplementsFile.read(bytes()), ownership, known.ids(SupplementsReading.ROWS));
    }

    // The cause is left out: a file's path can tell more than the log should have.
    @SuppressWarnings("UnusedException")
    private byte[] bytes() throws SourceUnavailable {
        try {
            FileTime before = Files.getLastModifiedTime(file);
            byte[] bytes = Files.readAllBytes(file);
            boolean changed = !before.equals(Files.getLastModifiedTime(file)) || Files.size(file) != bytes.length;
            if (changed || bytes.length == 0) {
                throw new SourceUnavailable("supplements: the file is being written");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new SourceUnavailable("supplements: the file cannot be read ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
