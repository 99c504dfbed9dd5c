package se.omsorgsbron.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/** Lifecare's published contract, which stands in {@code ../shared} beside the checkout, or does not. */
public final class Contract {
    private static final String PLACE = "contracts/lifecare-ec-subset.json";
    private static final String PREFIX = "WE.EC.Integration.Contracts.";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Values that the tables of {@link Samples} know, for fields whose type alone does not make one. */
    private static final Map<String, JsonNode> VALUES = Map.of(
            "PersonId", NODES.textNode(Samples.CLIENT),
            "HeadlineId", NODES.textNode("100501"),
            "Relation", NODES.textNode("God man"),
            "HsaId", NODES.textNode("SE165565594230-1001"));

    private final JsonNode definitions;
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    private Contract(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** The contract; empty, and said so, where it does not stand beside the checkout. */
    public static Optional<Contract> find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolveSibling("shared").resolve(PLACE);
            if (Files.isRegularFile(file)) {
                return Optional.of(new Contract(read(file).path("definitions")));
            }
        }
        LoggerFactory.getLogger(Contract.class)
                .warn("SKIPPED: the tests against Lifecare's contract, because ../shared/{} is not there", PLACE);
        return Optional.empty();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A record of that definition with every field populated, which notes what is asked of it. */
    public ObjectNode record(String definition) {
        JsonNode properties = definitions.path(PREFIX + definition).path("properties");
        ObjectNode record = new Recording(definition, properties);
        properties.properties().forEach(field -> record.set(field.getKey(), value(field.getKey(), field.getValue())));
        return record;
    }

    /** Fields that the contract requires. */
    public List<String> required(String definition) {
        List<String> required = new ArrayList<>();
        definitions.path(PREFIX + definition).path("required").forEach(name -> required.add(name.asText()));
        return required;
    }

    /** Every value of every code list among the definition's own fields. */
    public Map<String, List<String>> codes(String definition) {
        Map<String, List<String>> codes = new TreeMap<>();
        definitions.path(PREFIX + definition).path("properties").properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            field.getValue().path("enum").forEach(code -> values.add(code.asText()));
            if (!values.isEmpty()) {
                codes.put(field.getKey(), values);
            }
        });
        return codes;
    }

    /** Fields that were asked for, as {@code Definition.Field}. */
    public Set<String> asked() {
        return asked;
    }

    /** Fields that were asked for and that the contract does not have. */
    public Set<String> unknown() {
        return unknown;
    }

    private JsonNode value(String name, JsonNode property) {
        if (VALUES.containsKey(name)) {
            return VALUES.get(name);
        }
        String reference = property.path("$ref").asText();
        if (!reference.isEmpty()) {
            return record(reference.substring(reference.lastIndexOf('/') + 1).substring(PREFIX.length()));
        }
        if (property.has("enum")) {
            return property.path("enum").get(0);
        }
        return switch (property.path("type").asText()) {
            case "array" -> NODES.arrayNode().add(value("", property.path("items")));
            case "integer" -> NODES.numberNode(100601);
            case "number" -> NODES.numberNode(2.5);
            case "boolean" -> NODES.booleanNode(true);
            default ->
                NODES.textNode(property.path("format").asText().equals("date-time") ? "2026-03-11T00:00:00" : "text");
        };
    }

    /** An object that notes which of its fields are asked for. */
    @SuppressWarnings("unchecked")
    private final class Recording extends ObjectNode {
        private static final long serialVersionUID = 1L;

        private final String definition;
        private final transient JsonNode properties;

        Recording(String definition, JsonNode properties) {
            super(NODES);
            this.definition = definition;
            this.properties = properties;
        }

        @Override
        public JsonNode get(String field) {
            note(field);
            return super.get(field);
        }

        @Override
        public JsonNode path(String field) {
            note(field);
            return super.path(field);
        }

        private void note(String field) {
            (properties.has(field) ? asked : unknown).add(definition + "." + field);
        }
    }
}
