package se.omsorgsbron.sandbox.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import se.omsorgsbron.sandbox.check.CheckResult;
import se.omsorgsbron.sandbox.check.CheckTable;
import se.omsorgsbron.sandbox.town.Town;

/** Keeps a town up: shows progress until everything agrees, then makes the scripted changes and prints what is delivered. */
final class Stay {
    /** Between two things that the night patrols write. */
    private static final Duration NIGHT_PAUSE = Duration.ofSeconds(8);

    private final RunningTown town;
    private final Sandbox sandbox;

    Stay(RunningTown town, Sandbox sandbox) {
        this.town = town;
        this.sandbox = sandbox;
    }

    void stay() throws InterruptedException {
        CheckResult result = new Agreement(town, Duration.ofMinutes(1)).await();
        Progress.print("\n" + CheckTable.print(result) + "\n");
        Progress.say("The town stays up; each change is printed as it is delivered. Ctrl-C ends it.");
        List<Town.Change> script = Town.read(java.nio.file.Path.of(town.town())).changes();
        Changes changes = new Changes(town);
        int next = changes.applied();
        Instant nextAt = Instant.now().plus(pause(script, next));
        Instant seen = Instant.now();
        while (sandbox.runs()) {
            seen = printDeliveries(seen);
            if (Instant.now().isAfter(nextAt)) {
                Optional<String> name = changes.applyNext();
                name.ifPresent(change -> Progress.say("Changed: " + change));
                next++;
                nextAt = Instant.now().plus(name.isEmpty() ? Duration.ofDays(1) : pause(script, next));
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static Duration pause(List<Town.Change> script, int next) {
        return next < script.size() ? script.get(next).after() : NIGHT_PAUSE;
    }

    private Instant printDeliveries(Instant since) {
        Instant latest = since;
        try (Connection ledger = DriverManager.getConnection(town.ledger());
                PreparedStatement newer = ledger.prepareStatement("""
                        select accepted_at, municipality, recipient, item_key, version, ended from delivery
                        where accepted_at > ? order by accepted_at
                        """)) {
            newer.setTimestamp(1, Timestamp.from(since));
            try (ResultSet row = newer.executeQuery()) {
                while (row.next()) {
                    latest = row.getTimestamp(1).toInstant();
                    Progress.say(String.format(
                            "%s: %s holds %s, version %s%s",
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getBoolean(6) ? " (ended)" : ""));
                }
            }
        } catch (SQLException e) {
            Progress.say("The ledger does not answer.");
        }
        return latest;
    }
}
