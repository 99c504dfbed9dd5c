package se.omsorgsbron.fhirserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged server as a process, and a client that knows no FHIR library. */
final class ServerProcess {

    record Answer(int status, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String base;
    private final List<String> output = new ArrayList<>();

    ServerProcess(Path data, Path accessLog) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off",
                        "-XX:SharedArchiveFile=" + System.getProperty("fhir-server.program") + ".jsa",
                        "-jar",
                        System.getProperty("fhir-server.program") + ".jar",
                        "--data",
                        data.toString(),
                        "--access-log",
                        accessLog.toString())
                .redirectErrorStream(true)
                .start();
        base = untilReady(process.inputReader());
    }

    private String untilReady(BufferedReader reader) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length()).replaceFirst("/fhir$", "");
            }
        }
        throw new IOException("The server ended before it was ready: " + output);
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return answer(request);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    Answer search(String path, String form) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cache-Control", "no-cache")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(
                response.statusCode(), JSON.readTree(json && !response.body().isEmpty() ? response.body() : "{}"));
    }

    /** Everything that the process has printed, complete once it is stopped. */
    List<String> output() {
        return output;
    }

    void stop() throws InterruptedException {
        // Through the handle, as the process' own destroy() closes the pipe that is still to be read.
        process.toHandle().destroy();
        process.inputReader().lines().forEach(output::add);
        process.waitFor();
    }

    static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }
}
