package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A copy of {@code small-town} in a folder of its own, and a Lifecare that is fed from it, asked over real HTTP. */
final class SmallTown implements AutoCloseable {

    static final String BOTKYRKA = "domain=0127&key=test-key-botkyrka";
    static final String NACKA = "domain=0182&key=test-key-nacka";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final LifecareSimulator lifecare;

    private SmallTown(Path folder, Options options) throws IOException {
        this.folder = folder;
        this.lifecare = LifecareSimulator.start(options, Clock.systemUTC());
    }

    /** A town and a state below the folder; a folder that has them already is taken as it is. */
    static SmallTown in(Path folder) throws IOException {
        Path town = copied(folder);
        return new SmallTown(
                town,
                new Options(
                        town,
                        Optional.of(folder.resolve("state")),
                        0,
                        Optional.of(folder.resolve("access.log")),
                        new Lists.PageSize(100, 500)));
    }

    static SmallTown in(Path folder, Lists.PageSize pages) throws IOException {
        Path town = copied(folder);
        return new SmallTown(town, new Options(town, Optional.empty(), 0, Optional.empty(), pages));
    }

    private static Path copied(Path folder) throws IOException {
        Path town = folder.resolve("town");
        if (Files.notExists(town)) {
            Files.createDirectories(town);
            try (Stream<Path> files = Files.list(resource())) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, town.resolve(file.getFileName()));
                }
            }
        }
        return town;
    }

    static Path resource() {
        try {
            return Path.of(SmallTown.class.getResource("/small-town").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file(String resource) {
        return folder.resolve(resource + ".json");
    }

    /** Edits a file of the town as somebody with an editor would. */
    void edit(String resource, String from, String to) throws IOException {
        String text = Files.readString(file(resource));
        if (!text.contains(from)) {
            throw new IllegalArgumentException(resource + " has no " + from);
        }
        Files.writeString(file(resource), text.replace(from, to));
    }

    HttpResponse<String> get(String pathAndQuery) {
        return send("GET", pathAndQuery, "");
    }

    HttpResponse<String> send(String method, String pathAndQuery, String body) {
        try {
            return sendOrThrow(method, pathAndQuery, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    HttpResponse<String> sendOrThrow(String method, String pathAndQuery, String body) throws IOException {
        String base = lifecare.base().toString();
        String root = pathAndQuery.startsWith("/_sandbox") ? base.replace(LifecareApi.BASE, "") : base;
        URI uri = URI.create(root + pathAndQuery.replace("'", "%27").replace(" ", "%20"));
        try {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String pathAndQuery) {
        HttpResponse<String> answer = get(pathAndQuery);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return parsed(answer);
    }

    static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The ids in a list; none for a 404. */
    List<String> ids(String pathAndQuery) {
        List<String> ids = new ArrayList<>();
        if (get(pathAndQuery).statusCode() != 404) {
            json(pathAndQuery).forEach(node -> ids.add(node.path("Id").asText()));
        }
        return ids;
    }

    int status(String pathAndQuery) {
        return get(pathAndQuery).statusCode();
    }

    @Override
    public void close() throws IOException {
        lifecare.close();
    }
}
