package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.sandbox.town.TownException;
import se.omsorgsbron.sandbox.town.TownFolder;

/**
 * Looks at the town folder and gives what has changed there to {@link Registers}. A file that cannot be read, or is no
 * JSON array, as when somebody is writing it, leaves the list as it is; one log line says so, without content. A file
 * that is not there at the first look is an empty list. Used by one thread.
 */
final class FolderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    /** A file may change twice within its clock's tick, so a fresh one is read again for as long. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final TownFolder folder;
    private final Contract contract;
    private final Registers registers;
    private final Map<String, Look> looks = new HashMap<>();

    FolderWatch(TownFolder folder, Contract contract, Registers registers) {
        this.folder = folder;
        this.contract = contract;
        this.registers = registers;
    }

    /** What a look at a file has seen; the content as its hash. */
    private record Look(Stamp stamp, Instant at, String content) {

        static final Look NONE = new Look(Stamp.UNSEEN, Instant.EPOCH, "");

        boolean isFirst() {
            return stamp.equals(Stamp.UNSEEN);
        }

        boolean holdsFor(Stamp now) {
            return stamp.equals(now) && stamp.modified().toInstant().plus(FRESH).isBefore(at);
        }
    }

    private record Stamp(long size, FileTime modified) {

        static final Stamp UNSEEN = new Stamp(-1, FileTime.fromMillis(0));
        static final Stamp ABSENT = new Stamp(-2, FileTime.fromMillis(0));

        static Stamp of(Path file) throws IOException {
            if (!Files.exists(file)) {
                return ABSENT;
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime());
        }
    }

    void look() {
        contract.resources().forEach(this::look);
    }

    private void look(Resource resource) {
        Look last = looks.getOrDefault(resource.name(), Look.NONE);
        try {
            Path file = folder.file(resource.name());
            Stamp stamp = Stamp.of(file);
            if (last.holdsFor(stamp)) {
                return;
            }
            if (stamp.equals(Stamp.ABSENT)) {
                absent(resource, last);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            String content = hash(bytes);
            looks.put(resource.name(), new Look(stamp, Instant.now(), content));
            if (!content.equals(last.content())) {
                take(resource, TownFolder.parse(resource.name(), bytes));
            }
        } catch (TownException e) {
            LOG.warn("Lifecare keeps what it has: {}", e.getMessage());
        } catch (IOException e) {
            LOG.warn("Lifecare keeps what it has: {}.json cannot be read", resource.name());
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void absent(Resource resource, Look last) {
        if (last.isFirst()) {
            take(resource, List.of());
        } else if (!last.stamp().equals(Stamp.ABSENT)) {
            LOG.warn("Lifecare keeps what it has: {}.json is gone", resource.name());
        }
        looks.put(resource.name(), new Look(Stamp.ABSENT, Instant.now(), ""));
    }

    private void take(Resource resource, List<JsonNode> records) {
        long strange = records.stream()
                .filter(node -> !node.equals(resource.shape().strip(node)))
                .count();
        if (strange > 0) {
            LOG.warn(
                    "{} records in {}.json have fields that Lifecare's contract lacks; those are not served",
                    strange,
                    resource.name());
        }
        registers.take(resource, records);
    }
}
