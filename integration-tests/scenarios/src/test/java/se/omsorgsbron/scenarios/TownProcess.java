package se.omsorgsbron.scenarios;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A town started as a user starts it: the sandbox as a process, looked at through what it leaves and serves. */
final class TownProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /** The checkout: the folder above integration-tests. */
    private static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

    private final Path runs;
    private final Path state;
    private final Path town;
    private Process sandbox;
    private Process restartedBridge;

    /**
     * @param folder for everything that this town leaves
     * @param town its people
     */
    TownProcess(Path folder, Path town) {
        this.runs = folder.resolve("runs");
        this.state = folder.resolve("state");
        this.town = town;
    }

    /** Starts it to stay, and waits until every process of it is ready. */
    JsonNode start() {
        sandbox = java("sandbox.log", sandbox("sandbox", List.of("--state", "" + state, "--town", "" + town)));
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (!sandbox.isAlive()) {
                        throw new IllegalStateException(
                                "the sandbox ended; its output is " + state.resolve("../sandbox.log"));
                    }
                    return Files.exists(runs.resolve("running.json"));
                });
        return note();
    }

    /** What a started town says of itself. */
    JsonNode note() {
        try {
            return JSON.readTree(runs.resolve("running.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI fhir() {
        return URI.create(note().path("fhir").asText());
    }

    URI lifecare() {
        return URI.create(note().path("lifecare").asText());
    }

    Path state() {
        return state;
    }

    Path town() {
        return town;
    }

    /** Ends the bridge as a power cut does, without a word. */
    void killBridge() {
        ProcessHandle bridge =
                ProcessHandle.of(note().path("bridgePid").asLong()).orElseThrow();
        bridge.destroyForcibly();
        await().until(() -> !bridge.isAlive());
    }

    /** Starts the bridge again on the same configuration, as systemd would. */
    void startBridge() {
        List<String> command = new ArrayList<>(List.of("-Xmx512m"));
        command.addAll(program("routes", "omsorgsbron"));
        command.addAll(List.of("run", "--config", note().path("configuration").asText()));
        restartedBridge = java("bridge-restarted.log", command);
    }

    /** {@code sandbox --check} with these further arguments. */
    Output check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--check"));
        all.addAll(List.of(arguments));
        return run(sandbox("sandbox", all));
    }

    /** A command of the bridge, such as {@code held list}, on this town. */
    Output bridge(String... arguments) {
        List<String> command = new ArrayList<>(program("routes", "omsorgsbron"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--config", state.resolve("bridge.yaml").toString()));
        return run(command);
    }

    /** A fresh access token of one of the town's clients. */
    String token(String client) {
        Output output = run(sandbox("token", List.of(client)));
        return Optional.of(output.text().strip())
                .filter(text -> output.exitCode() == 0)
                .orElseThrow(() -> new IllegalStateException(output.text()));
    }

    /** What a command said, and how it ended. */
    record Output(int exitCode, String text) {}

    private List<String> sandbox(String what, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("-Domsorgsbron.home=" + HOME, "-Domsorgsbron.runs=" + runs));
        command.addAll(program("integration-tests/sandbox", "sandbox"));
        command.add(what);
        command.addAll(arguments);
        return command;
    }

    /** What starts a program as {@code ./omsorgsbron} does. */
    private static List<String> program(String module, String name) {
        Path jar = HOME.resolve(module).resolve("target/program/" + name + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not built: run 'mvn verify' from the checkout's root");
        }
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-XX:SharedArchiveFile=" + jar.toString().replaceFirst("jar$", "jsa"),
                "-jar",
                jar.toString());
    }

    private Process java(String log, List<String> arguments) {
        try {
            Files.createDirectories(state);
            return builder(arguments)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            state.resolveSibling(log).toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Output run(List<String> arguments) {
        try {
            Path text = Files.createTempFile(state.getParent(), "output", ".txt");
            Process process = builder(arguments).redirectOutput(text.toFile()).start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the command took more than five minutes");
            }
            return new Output(process.exitValue(), Files.readString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Ends everything, as Ctrl-C does. */
    @Override
    public void close() {
        for (Process process : new Process[] {restartedBridge, sandbox}) {
            if (process != null) {
                process.destroy();
                await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
            }
        }
    }
}
