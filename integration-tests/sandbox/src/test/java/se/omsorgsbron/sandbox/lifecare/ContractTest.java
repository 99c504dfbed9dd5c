package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what the simulator knows against the contract itself, where that stands beside the checkout. */
class ContractTest {

    private static Optional<JsonNode> swagger = Optional.empty();

    @BeforeAll
    static void read() throws IOException {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/contracts/lifecare-ec-subset.json"))
                .filter(Files::exists)
                .findFirst();
        if (file.isPresent()) {
            swagger = Optional.of(new ObjectMapper().readTree(file.get().toFile()));
        }
    }

    @TestFactory
    Stream<DynamicTest> theSimulatorKnowsTheContractsFieldsSearchesAndParametersAndNoOthers() {
        assumeTrue(
                swagger.isPresent(),
                "Skipped: ../shared/contracts/lifecare-ec-subset.json does not stand beside the checkout");
        return Contract.load().resources().stream()
                .map(resource -> DynamicTest.dynamicTest(resource.name(), () -> holds(resource)));
    }

    private static void holds(Resource resource) {
        JsonNode paths = swagger.orElseThrow().get("paths");
        JsonNode list = paths.get(resource.path()).get("get");
        JsonNode schema = list.at("/responses/200/schema/items");
        assertThat(described(resource.shape())).isEqualTo(described(schema));
        assertThat(list.get("parameters"))
                .extracting(parameter -> parameter.get("name").asText())
                .filteredOn(name -> !name.equals("domain") && !name.equals("key"))
                .containsExactlyInAnyOrderElementsOf(resource.parameters());
        assertThat(paths.has(resource.path() + "/{id}"))
                .isEqualTo(resource.byId().isPresent());
        assertThat(list.get("summary").asText().contains("ordered by")).isEqualTo(resource.ordered());
    }

    private static Map<String, String> described(Shape shape) {
        Map<String, String> fields = new TreeMap<>();
        shape.fields().forEach((name, field) -> {
            fields.put(name, field.type().replaceAll("^[A-Z]\\w+", "object") + " " + field.search());
            field.shape()
                    .ifPresent(inner -> described(inner).forEach((key, text) -> fields.put(name + "." + key, text)));
        });
        return fields;
    }

    private static Map<String, String> described(JsonNode schema) {
        Map<String, String> fields = new TreeMap<>();
        definition(schema).get("properties").properties().forEach(property -> {
            JsonNode field = property.getValue();
            JsonNode element = field.has("items") ? field.get("items") : field;
            String list = field.has("items") ? "[]" : "";
            fields.put(property.getKey(), type(element) + list + " " + search(field));
            if (element.has("$ref")) {
                described(element).forEach((key, text) -> fields.put(property.getKey() + "." + key, text));
            }
        });
        return fields;
    }

    private static JsonNode definition(JsonNode schema) {
        String reference = schema.get("$ref").asText();
        return swagger.orElseThrow().get("definitions").get(reference.substring("#/definitions/".length()));
    }

    private static String type(JsonNode element) {
        if (element.has("$ref")) {
            return "object";
        }
        if (element.path("format").asText().equals("date-time")) {
            return "time";
        }
        return element.get("type").asText().replace("integer", "int");
    }

    private static Shape.Search search(JsonNode field) {
        String description = field.path("description").asText();
        if (description.contains("[Searchable: yyyy-MM-dd]")) {
            return Shape.Search.DAY;
        }
        return description.contains("[Searchable") ? Shape.Search.VALUE : Shape.Search.NO;
    }
}
