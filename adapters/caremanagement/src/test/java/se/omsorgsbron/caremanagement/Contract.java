package se.omsorgsbron.caremanagement;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/** CareManagement's published contract, which stands in {@code ../shared} beside the checkout, or does not. */
public final class Contract {
    private static final String PLACE = "contracts/caremanagement-openapi.json";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();

    private Contract(JsonNode root) {
        this.root = root;
    }

    /** The contract; empty, and said so, where it does not stand beside the checkout. */
    public static Optional<Contract> find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolveSibling("shared").resolve(PLACE);
            if (Files.isRegularFile(file)) {
                return Optional.of(new Contract(read(file)));
            }
        }
        LoggerFactory.getLogger(Contract.class)
                .warn("SKIPPED: the tests against CareManagement's contract, because ../shared/{} is not there", PLACE);
        return Optional.empty();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A record of that schema with every field populated, which notes what is asked of it. */
    public ObjectNode record(String schema) {
        JsonNode properties = schema(schema).path("properties");
        ObjectNode record = new Recording(schema, properties);
        properties.properties().forEach(field -> record.set(field.getKey(), value(field.getValue())));
        return record;
    }

    public JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    /** The paths and methods of it, such as {@code POST /errands/{errandId}/notes}, below the namespace. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().replace("/{municipalityId}/{namespace}", ""))));
        return operations;
    }

    /** What is wrong with a body by that schema: fields it lacks, fields that are missing, texts that are too long. */
    public List<String> wrong(String schema, JsonNode body) {
        List<String> wrong = new ArrayList<>();
        schema(schema).path("required").forEach(name -> {
            if (body.path(name.asText()).asText().isEmpty()) {
                wrong.add("missing " + name.asText());
            }
        });
        body.properties().forEach(field -> {
            JsonNode property = schema(schema).path("properties").path(field.getKey());
            if (property.isMissingNode() || property.path("readOnly").asBoolean()) {
                wrong.add("not a field " + field.getKey());
            }
            String text = field.getValue().asText();
            if (text.length() > property.path("maxLength").asInt(Integer.MAX_VALUE)) {
                wrong.add("too long " + field.getKey());
            }
            boolean listed = false;
            for (JsonNode code : property.path("enum")) {
                listed |= code.asText().equals(text);
            }
            if (property.has("enum") && !listed) {
                wrong.add("no code of " + field.getKey());
            }
        });
        return wrong;
    }

    /** Fields that were asked for, as {@code Schema.field}. */
    public Set<String> asked() {
        return asked;
    }

    /** Fields that were asked for and that the contract does not have. */
    public Set<String> unknown() {
        return unknown;
    }

    private JsonNode value(JsonNode property) {
        String reference = property.path("$ref").asText();
        if (!reference.isEmpty()) {
            return record(reference.substring(reference.lastIndexOf('/') + 1));
        }
        if (property.has("enum")) {
            return property.path("enum").get(0);
        }
        return switch (property.path("type").asText()) {
            case "array" -> NODES.arrayNode().add(value(property.path("items")));
            case "integer" -> NODES.numberNode(7);
            case "number" -> NODES.numberNode(2.5);
            case "boolean" -> NODES.booleanNode(true);
            default ->
                NODES.textNode(property.path("format").asText().equals("date-time") ? "2026-03-11T08:00:00Z" : "text");
        };
    }

    /** An object that notes which of its fields are asked for. */
    @SuppressWarnings("unchecked")
    private final class Recording extends ObjectNode {
        private static final long serialVersionUID = 1L;

        private final String schema;
        private final transient JsonNode properties;

        Recording(String schema, JsonNode properties) {
            super(NODES);
            this.schema = schema;
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
            (properties.has(field) ? asked : unknown).add(schema + "." + field);
        }
    }
}
