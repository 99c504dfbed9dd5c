package se.omsorgsbron.sandbox.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.omsorgsbron.sandbox.check.AccessLog;
import se.omsorgsbron.sandbox.check.CheckInput;
import se.omsorgsbron.sandbox.check.CheckJson;
import se.omsorgsbron.sandbox.check.CheckResult;
import se.omsorgsbron.sandbox.check.CheckTable;
import se.omsorgsbron.sandbox.check.Checker;
import se.omsorgsbron.sandbox.check.PatrolInput;
import se.omsorgsbron.sandbox.town.Town;

/** Waits until everybody holds what they should, and tells how it stands meanwhile. */
final class Agreement {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final RunningTown town;
    private final Duration patience;
    private final Checker checker;
    private final Instant startedAt;

    /** @param patience how long to wait without any progress */
    Agreement(RunningTown town, Duration patience) {
        this.town = town;
        this.patience = patience;
        this.checker = new Checker(input(town));
        this.startedAt = Instant.parse(town.startedAt());
    }

    private static CheckInput input(RunningTown town) {
        Path folder = Path.of(town.town());
        Map<String, String> systems = new TreeMap<>();
        Town.read(folder).municipalities().keySet().forEach(code -> {
            systems.put(code, "https://fhir.omsorgsbron.se/sid/" + code + "/lifecare");
        });
        return new CheckInput(
                URI.create(town.lifecare()),
                URI.create(town.fhir()),
                folder,
                DisclosureTables.policies(Path.of(town.configuration()), "primary-care"),
                systems,
                new BridgeHeldItems(town),
                Optional.of(new PatrolInput(
                        URI.create(town.patrol()),
                        DisclosureTables.policies(Path.of(town.configuration()), "night-patrol"))),
                Clock.systemUTC());
    }

    /**
     * Waits for agreement and prints the result.
     *
     * @param withChanges whether the scripted changes are then made, and waited for too
     */
    boolean reach(Path json, boolean withChanges) throws InterruptedException {
        CheckResult result = await();
        double seconds = Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
        if (result.agrees()) {
            Progress.say(String.format("Everything agrees after %.1f s.", seconds));
            int changes = withChanges ? applyChanges() : 0;
            if (changes > 0) {
                Progress.say(changes + " changes were made in Lifecare: waiting until they have arrived …");
                result = await();
            }
        }
        CheckJson.Run run = new CheckJson.Run(
                AccessLog.writes(Path.of(town.fhirAccessLog()), startedAt), seconds, peakMemoryMb(town.bridgePid()));
        Progress.print("\n" + CheckTable.print(result));
        Progress.print(String.format(
                "%n%d writes reached primary care in this run; the bridge used %d MB at most.%n",
                run.writes(), run.peakMemoryMb()));
        if (json != null) {
            CheckJson.write(json, result, run);
        }
        return result.agrees();
    }

    private int applyChanges() throws InterruptedException {
        Changes changes = new Changes(town);
        int applied = 0;
        for (Optional<String> name = changes.applyNext(); name.isPresent(); name = changes.applyNext()) {
            Progress.say("Changed: " + name.get());
            applied++;
        }
        return applied;
    }

    /** The first agreement, or what still differs when there has been no progress for as long as there is patience. */
    CheckResult await() throws InterruptedException {
        String before = "";
        Instant progressAt = Instant.now();
        while (true) {
            Instant begun = Instant.now();
            CheckResult result = checker.glance();
            boolean exhausted = Duration.between(progressAt, begun).compareTo(patience) > 0;
            if (result.agrees() || exhausted) {
                result = checker.check();
                if (exhausted && !result.agrees()) {
                    Progress.say("No progress for " + patience.toSeconds() + " s: giving up.");
                }
                if (result.agrees() || exhausted) {
                    return result;
                }
            }
            String now = result.resources() + " " + result.differences().size();
            if (!now.equals(before)) {
                before = now;
                progressAt = Instant.now();
                Progress.say(String.format(
                        "Primary care holds %d resources; %d differences left.",
                        result.resources().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        result.differences().size()));
            }
            // Who looks all the time slows down what it waits for.
            Duration looked = Duration.between(begun, Instant.now());
            TimeUnit.MILLISECONDS.sleep(Math.max(500, Math.min(looked.toMillis(), 3_000)));
        }
    }

    /** The highest memory that the process has used, in MiB; 0 where the system does not tell. */
    static long peakMemoryMb(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.map(PEAK::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> Long.parseLong(matcher.group(1)) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
