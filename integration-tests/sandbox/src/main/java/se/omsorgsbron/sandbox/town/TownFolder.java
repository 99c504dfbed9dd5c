package se.omsorgsbron.sandbox.town;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a town: a folder with one file per list of Lifecare, each a JSON array.
 *
 * @param folder the folder
 */
public record TownFolder(Path folder) {

    /** The lists, as their files (with {@code .json}) and Lifecare's paths are named. */
    public static final List<String> RESOURCES = List.of(
            "clients",
            "provider_contact_personnels",
            "personnel",
            "provider_units",
            "provider_headlines",
            "sol_decisions",
            "executions",
            "service_plans",
            "documentations",
            "relatives",
            "contacts",
            "client_critical_informations",
            "reported_visits");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The file of a list; it need not be there. */
    public Path file(String resource) {
        return folder.resolve(resource + ".json");
    }

    /**
     * The records of a list, in the file's order; none when it has no file.
     *
     * @throws TownException if the file is no JSON array
     */
    public List<JsonNode> records(String resource) {
        try {
            return Files.exists(file(resource)) ? parse(resource, Files.readAllBytes(file(resource))) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The town's " + resource + ".json cannot be read", e);
        }
    }

    /**
     * The records in a file's bytes.
     *
     * @throws TownException if they are no JSON array, as when the file is half written
     */
    public static List<JsonNode> parse(String resource, byte[] bytes) {
        try {
            JsonNode array = JSON.readTree(bytes);
            if (array.isArray()) {
                List<JsonNode> records = new ArrayList<>();
                array.forEach(records::add);
                return List.copyOf(records);
            }
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the file.
            throw new TownException(
                    resource + ".json is not JSON at line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new TownException(resource + ".json has to be a JSON array of records");
    }
}
