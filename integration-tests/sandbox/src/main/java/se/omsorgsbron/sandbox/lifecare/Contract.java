package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.sandbox.lifecare.Shape.Field;
import se.omsorgsbron.sandbox.lifecare.Shape.Search;

/** What the simulated Lifecare knows of the elderly care API, read from {@code lifecare/contract.yaml} in this jar. */
final class Contract {

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    private Contract(JsonNode root) {
        root.get("resources")
                .properties()
                .forEach(entry -> resources.put(
                        entry.getKey(), resource(entry.getKey(), entry.getValue(), root.get("definitions"))));
    }

    static Contract load() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/lifecare/contract.yaml")) {
            return new Contract(new YAMLMapper().readTree(Objects.requireNonNull(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<Resource> resources() {
        return resources.values();
    }

    Optional<Resource> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    private static Resource resource(String name, JsonNode node, JsonNode definitions) {
        Set<String> parameters = new LinkedHashSet<>();
        node.get("parameters").forEach(parameter -> parameters.add(parameter.asText()));
        return new Resource(
                name,
                node.get("version").asInt(),
                shape(node.get("definition").asText(), definitions),
                parameters,
                Optional.ofNullable(node.get("byId")).map(JsonNode::asText),
                node.path("key").asText("Id"),
                node.path("ordered").asBoolean());
    }

    private static Shape shape(String definition, JsonNode definitions) {
        Map<String, Field> fields = new LinkedHashMap<>();
        definitions
                .get(definition)
                .properties()
                .forEach(entry ->
                        fields.put(entry.getKey(), field(entry.getValue().asText(), definitions)));
        return new Shape(fields);
    }

    private static Field field(String text, JsonNode definitions) {
        List<String> words = List.of(text.split(" "));
        String element = words.get(0).replace("[]", "");
        Optional<Shape> shape = definitions.has(element) ? Optional.of(shape(element, definitions)) : Optional.empty();
        Search search =
                words.contains("searchable-day") ? Search.DAY : words.contains("searchable") ? Search.VALUE : Search.NO;
        return new Field(words.get(0), shape, search);
    }
}
