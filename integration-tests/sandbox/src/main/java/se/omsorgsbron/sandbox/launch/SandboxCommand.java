package se.omsorgsbron.sandbox.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.omsorgsbron.sandbox.check.CheckFailed;
import se.omsorgsbron.sandbox.town.TownException;

/** A whole town in a box. */
@Command(
        name = "omsorgsbron sandbox",
        description = {
            "Starts a town: a Lifecare, a primary care FHIR server, an authorization server, PostgreSQL and the bridge, each a"
                    + " process of its own.",
            "Without --check it stays up and prints each change as it is delivered; Ctrl-C ends it."
        },
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int DIFFERS = 1;
    private static final int UNUSABLE = 2;

    @Option(
            names = "--check",
            description = "Wait until every recipient holds what it should, print what each system holds, and end: exit"
                    + " code 0, or 1 with the differences. A town that is running already is checked as it stands.")
    private boolean check;

    @Option(names = "--json", paramLabel = "FILE", description = "With --check: also write the result as JSON.")
    private Path json;

    @Option(
            names = "--town",
            paramLabel = "DIR",
            description = "The people: a folder as docs/town.md describes it. Without it: the built-in town.")
    private Path town;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep every store of the run here, and go on from it next time. Without it: a new town.")
    private Path state;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "With --check: give up after so long without any progress. Default: 60, and 15 for a town that is"
                            + " running already.")
    private Integer patience;

    @Override
    public Integer call() throws InterruptedException {
        try {
            Home home = Home.fromSystem();
            Optional<RunningTown> running = RunningTown.find(home).filter(this::isMeant);
            if (check && running.isPresent()) {
                Progress.say("A town is running (process " + running.get().pid() + "): checking that one.");
                return check(running.get(), patience(15), false);
            }
            return start(home);
        } catch (CheckFailed | TownException | IOException | IllegalStateException unusable) {
            Progress.say(unusable.getMessage());
            return UNUSABLE;
        }
    }

    private Duration patience(int seconds) {
        return Duration.ofSeconds(patience == null ? seconds : patience);
    }

    private boolean isMeant(RunningTown running) {
        return (state == null || same(state, Path.of(running.state())))
                && (town == null || same(town, Path.of(running.town())));
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private int start(Home home) throws IOException, InterruptedException {
        Optional<Path> wanted = Optional.ofNullable(state).map(Path::toAbsolutePath);
        StateFolder folder = wanted.isPresent() ? StateFolder.kept(wanted.get()) : StateFolder.temporary(home);
        Optional<Path> people =
                Optional.ofNullable(town).map(path -> path.toAbsolutePath().normalize());
        if (people.isPresent() && !Files.isReadable(people.get().resolve("town.yaml"))) {
            throw new IllegalStateException("There is no town.yaml in " + people.get() + "; see docs/town.md.");
        }
        try (Sandbox sandbox = new Sandbox(home, folder, people)) {
            Thread hook = new Thread(sandbox::close, "sandbox-end");
            Runtime.getRuntime().addShutdownHook(hook);
            RunningTown running = sandbox.start();
            int result;
            if (check) {
                result = check(running, patience(60), true);
            } else {
                new Stay(running, sandbox).stay();
                result = GOOD;
            }
            return result;
        }
    }

    private int check(RunningTown running, Duration patienceForProgress, boolean changes) throws InterruptedException {
        Agreement agreement = new Agreement(running, patienceForProgress);
        return agreement.reach(json, changes) ? GOOD : DIFFERS;
    }
}
