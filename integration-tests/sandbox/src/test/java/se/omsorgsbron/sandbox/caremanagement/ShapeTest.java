package se.omsorgsbron.sandbox.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the simulator takes against the published contract. */
class ShapeTest {
    private static final String PLACE = "contracts/caremanagement-openapi.json";

    private static Optional<JsonNode> contract() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolveSibling("shared").resolve(PLACE);
            if (Files.isRegularFile(file)) {
                return Optional.of(new ObjectMapper().readTree(file.toFile()).at("/components/schemas"));
            }
        }
        LoggerFactory.getLogger(ShapeTest.class)
                .warn("SKIPPED: the test against CareManagement's contract, because ../shared/{} is not there", PLACE);
        return Optional.empty();
    }

    @Test
    void everyFieldLimitAndCodeIsTheContracts() throws IOException {
        Optional<JsonNode> schemas = contract();
        assumeTrue(schemas.isPresent(), "the contract does not stand beside the checkout");

        for (Shape shape : Shape.values()) {
            JsonNode schema = schemas.get().path(shape.schema());
            Set<String> required = new HashSet<>(texts(schema.path("required")));
            Set<String> taken = new HashSet<>();
            schema.path("properties").properties().forEach(property -> {
                if (!property.getValue().path("readOnly").asBoolean()) {
                    taken.add(property.getKey());
                }
            });
            assertThat(shape.fields().keySet()).as(shape.name()).isEqualTo(taken);
            shape.fields().forEach((name, field) -> {
                JsonNode property = schema.path("properties").path(name);
                assertThat(field.required()).as("%s.%s", shape, name).isEqualTo(required.contains(name));
                assertThat(field.longest())
                        .as("%s.%s", shape, name)
                        .isEqualTo(property.path("maxLength").asInt(Integer.MAX_VALUE));
                assertThat(field.time())
                        .as("%s.%s", shape, name)
                        .isEqualTo(property.path("format").asText().equals("date-time"));
                assertThat(field.codes()).as("%s.%s", shape, name).isEqualTo(texts(property.path("enum")));
            });
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
