package se.omsorgsbron.sandbox.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.omsorgsbron.sandbox.town.Town;

/**
 * How long a note takes from the patrol's POST until it stands in Lifecare's journal, beside a bare POST of the same note at
 * Lifecare: both by turns in one run, and both until the journal has written it.
 */
@Command(
        name = "omsorgsbron bench journal",
        description = {
            "Measures on the running town how long a note takes from the night patrol's POST until it stands in Lifecare's journal,",
            "beside a bare POST of the same note at Lifecare, both by turns. The notes stay in the town's journal."
        },
        mixinStandardHelpOptions = true)
final class JournalBench implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Optional<RunningTown> town;
    private final String run = UUID.randomUUID().toString();

    @Spec
    private CommandSpec spec;

    @Option(names = "--count", description = "Notes of each kind (default: ${DEFAULT-VALUE}).")
    private int count = 200;

    @Option(names = "--every", description = "Milliseconds between two of a kind (default: ${DEFAULT-VALUE}).")
    private int every = 200;

    private JournalBench(Optional<RunningTown> town) {
        this.town = town;
    }

    static CommandLine line(Optional<RunningTown> town) {
        return new CommandLine(new JournalBench(town));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (town.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("No town is running: start one with './omsorgsbron sandbox' and try again.");
            return 2;
        }
        RunningTown running = town.get();
        String code = Town.read(Path.of(running.town())).municipalities().keySet().stream()
                .sorted()
                .findFirst()
                .orElseThrow();
        List<String> people = people(running, code);
        // The first ones find cold caches on either side; they are not counted.
        ObjectNode model = warmUp(running, code, people.get(0));
        Map<String, Instant> begun = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Instant next = Instant.now().plusMillis(every);
            begun.put(text("bridge", i), Instant.now());
            send(running.patrol() + "/" + code + "/notes", note(people.get(i % people.size()), text("bridge", i)));
            TimeUnit.MILLISECONDS.sleep(
                    Math.max(0, Duration.between(Instant.now(), next).toMillis() / 2));
            begun.put(text("bare", i), Instant.now());
            send(lifecare(running, code), model.deepCopy().put("text", text("bare", i)));
            TimeUnit.MILLISECONDS.sleep(
                    Math.max(0, Duration.between(Instant.now(), next).toMillis()));
        }
        Map<String, Instant> written = written(running, begun.keySet());
        print(out, "over the bridge", begun, written, "bridge");
        print(out, "bare POST", begun, written, "bare");
        long missing = begun.keySet().stream()
                .filter(text -> !written.containsKey(text))
                .count();
        out.printf(
                "%d notes of each, one of each every %d ms; %d did not arrive within %d s.%n",
                count, every, missing, PATIENCE.toSeconds());
        return missing == 0 ? 0 : 1;
    }

    /** The numbers of people of whom the patrol may write. */
    private List<String> people(RunningTown running, String code) throws IOException, InterruptedException {
        List<String> numbers = new ArrayList<>();
        for (JsonNode entry : get(running.patrol() + "/" + code).path("entries")) {
            if (entry.path("kind").asText().equals("person")
                    && !entry.at("/content/protected").asBoolean()) {
                numbers.add(entry.at("/content/number").asText());
            }
        }
        return numbers;
    }

    /** A note over the bridge, and what Lifecare was asked for then. */
    private ObjectNode warmUp(RunningTown running, String code, String person)
            throws IOException, InterruptedException {
        Set<String> sent = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            sent.add(text("warm", i));
            send(running.patrol() + "/" + code + "/notes", note(person, text("warm", i)));
        }
        written(running, sent);
        for (JsonNode note : get(journal(running))) {
            if (note.at("/request/text").asText().contains(text("warm", 0))) {
                return (ObjectNode) note.path("request");
            }
        }
        throw new IllegalStateException("the first note never came to stand in the journal");
    }

    private String text(String way, int i) {
        return "Mätning " + way + " " + run + " " + i + ".";
    }

    private ObjectNode note(String person, String text) {
        ObjectNode note = JSON.createObjectNode();
        note.put("id", "bench:" + UUID.randomUUID());
        note.put("person", person);
        note.put("kind", "daily");
        note.put("occurred", Instant.now().toString());
        note.putObject("author").put("name", "Mätning");
        note.put("text", text);
        return note;
    }

    /** When each of these notes was written in the journal, by its words; without those that never came. */
    private Map<String, Instant> written(RunningTown running, Set<String> sent)
            throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        Map<String, Instant> written = new HashMap<>();
        while (written.size() < sent.size() && Instant.now().isBefore(until)) {
            TimeUnit.SECONDS.sleep(1);
            for (JsonNode note : get(journal(running))) {
                String text = note.at("/request/text").asText();
                // The bridge puts a line before the words.
                String words = text.substring(text.indexOf('\n') + 1);
                if (sent.contains(words)) {
                    written.put(words, Instant.parse(note.path("at").asText()));
                }
            }
        }
        return written;
    }

    private static void print(
            PrintWriter out, String name, Map<String, Instant> begun, Map<String, Instant> written, String way) {
        ToLongFunction<String> took =
                text -> Duration.between(begun.get(text), written.get(text)).toNanos() / 1000;
        List<Long> times = begun.keySet().stream()
                .filter(text -> text.startsWith("Mätning " + way + " ") && written.containsKey(text))
                .map(text -> took.applyAsLong(text))
                .sorted()
                .toList();
        if (!times.isEmpty()) {
            out.printf(
                    "%-16s p50 %.1f ms   p99 %.1f ms   longest %.1f ms%n",
                    name, at(times, 0.5), at(times, 0.99), at(times, 1));
        }
    }

    private static double at(List<Long> times, double share) {
        return times.get((int) Math.min(times.size() - 1, Math.floor(times.size() * share))) / 1000.0;
    }

    private static String lifecare(RunningTown running, String code) {
        String key =
                Town.read(Path.of(running.town())).municipalities().get(code).key();
        return running.lifecare() + "/api/v2/provider_notes?domain=" + code + "&key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static String journal(RunningTown running) {
        return URI.create(running.lifecare()).resolve("/_sandbox/journal").toString();
    }

    private JsonNode get(String address) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                        .body());
    }

    private void send(String address, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("a note was refused with status " + answer.statusCode());
        }
    }
}
