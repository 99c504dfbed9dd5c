package se.omsorgsbron.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What disclosure and audit cost. */
@Command(
        name = "disclosure",
        description = {
            "Measures what a delivery takes with disclosure table, grounds, allow-list and audit, beside a comparator that"
                    + " exists only here and has none of them.",
            "Exit code 0 if it is at most 10 % more, 1 if it is more, 2 if it could not be measured."
        },
        mixinStandardHelpOptions = true)
final class DisclosureCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int TOO_SLOW = 1;
    private static final int UNUSABLE = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Option(names = "--runs", description = "Runs of each side; default: ${DEFAULT-VALUE}.", defaultValue = "5")
    private int runs;

    @Option(
            names = "--people",
            description = "People in each run, each delivered once and then once more with a new note; default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "200")
    private int people;

    @Option(
            names = "--workers",
            description = "Deliveries at the same time; default: ${DEFAULT-VALUE}, as in the bridge.",
            defaultValue = "4")
    private int workers;

    @Option(
            names = "--recipient",
            paramLabel = "URL",
            description =
                    "A FHIR R4 server to deliver to, which keeps what it gets: all of it is made up. Without it: one in"
                            + " this process that keeps nothing, faster than any real one and so the hardest case.")
    private URI recipient;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (runs < 1 || people < 1 || workers < 1 || (runs + 1L) * people > People.MOST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Write 1 or more of each, and at most " + People.MOST + " people in all runs and the warm-up.");
        }
        try {
            Report report = measure();
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? report.json() + System.lineSeparator() : report.text());
            out.flush();
            return report.good() ? GOOD : TOO_SLOW;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNUSABLE;
        } catch (Exception unusable) {
            say("Nothing was measured: " + unusable.getMessage());
            return UNUSABLE;
        }
    }

    private Report measure() throws Exception {
        say("Starting PostgreSQL and the recipient …");
        Path folder = Files.createTempDirectory("omsorgsbron-bench");
        try {
            return measure(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Report measure(Path folder) throws Exception {
        try (EmbeddedPostgres postgres = postgres(folder);
                FastRecipient fast = new FastRecipient();
                Crew crew = new Crew(workers)) {
            Surroundings surroundings = Surroundings.of(
                    recipient == null ? fast.base() : recipient, folder.resolve("anchors.log"), workers);
            try (Side comparator = new Side(false, database(postgres, "comparator"), surroundings);
                    Side bridge = new Side(true, database(postgres, "bridge"), surroundings)) {
                Comparison.Plan plan = new Comparison.Plan(people, runs, workers);
                String mark = UUID.randomUUID().toString().substring(0, 6);
                Comparison comparison = new Comparison(plan, bridge, comparator, mark, crew, this::say);
                List<Compared> compared = comparison.run();
                return new Report(Machine.here(), plan, against(), compared, comparator.done(), bridge.done());
            }
        }
    }

    private String against() {
        return recipient == null
                ? "in this process, over HTTP, keeps nothing: faster than any real one"
                : recipient.toString();
    }

    /** As durable as in production: what is committed is on the disk. */
    private static EmbeddedPostgres postgres(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("ledger"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static String database(EmbeddedPostgres postgres, String name) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + "  " + line);
        err.flush();
    }
}
