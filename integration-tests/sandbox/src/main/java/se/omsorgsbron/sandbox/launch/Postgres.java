package se.omsorgsbron.sandbox.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The ledger's PostgreSQL, a real one, with its data in the folder of the run. */
final class Postgres {
    private Postgres() {}

    static EmbeddedPostgres start(Path data) throws IOException {
        Files.createDirectories(data);
        endLeftOver(data);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** A sandbox that was killed leaves its PostgreSQL running on these data: that one has to end first. */
    private static void endLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
        ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(false))
                .ifPresent(process -> {
                    process.destroy();
                    process.onExit().join();
                });
        Files.deleteIfExists(pidFile);
    }

    static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            Progress.say("PostgreSQL did not end cleanly: " + e.getClass().getSimpleName());
        }
    }
}
