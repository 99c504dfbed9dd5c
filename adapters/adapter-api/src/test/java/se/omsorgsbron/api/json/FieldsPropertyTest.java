package se.omsorgsbron.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FieldsPropertyTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 300)
    void whatWasReadAndWhatIsUnusedTogetherAreEveryPopulatedLeaf(
            @ForAll("records") ObjectNode record, @ForAll long seed) {
        Fields fields = Fields.of(record, Samples.STOCKHOLM);
        Set<String> read = new HashSet<>();
        readSome(fields, record, "", new Random(seed), read);

        List<String> unused = fields.unused();

        assertThat(unused).doesNotHaveDuplicates().noneMatch(read::contains);
        Set<String> together = new HashSet<>(unused);
        together.addAll(read);
        assertThat(together).containsExactlyInAnyOrderElementsOf(Leaves.of(record));
    }

    @Property(tries = 300)
    void aRecordThatNothingWasReadOfIsAllUnused(@ForAll("records") ObjectNode record) {
        assertThat(Fields.of(record, Samples.STOCKHOLM).unused()).isEqualTo(Leaves.of(record));
    }

    /** Reads about half of what is there, with the reader that fits, and notes the populated leaves among it. */
    private static void readSome(Fields fields, JsonNode record, String path, Random random, Set<String> read) {
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            if (random.nextBoolean()) {
                continue;
            }
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                readSome(fields.child(name).orElseThrow(), value, Leaves.join(path, name), random, read);
            } else if (value.isArray()) {
                List<Fields> children = fields.children(name);
                for (int i = 0; i < children.size(); i++) {
                    readSome(children.get(i), value.get(i), Leaves.join(path, name) + "[" + i + "]", random, read);
                }
            } else if (readScalar(fields, name, value)) {
                read.add(Leaves.join(path, name));
            }
        }
    }

    private static boolean readScalar(Fields fields, String name, JsonNode value) {
        return value.isBoolean()
                ? fields.flag(name).isPresent()
                : fields.id(name).isPresent();
    }

    @Provide
    Arbitrary<ObjectNode> records() {
        return objects(3);
    }

    private static Arbitrary<ObjectNode> objects(int depth) {
        Arbitrary<String> names =
                Arbitraries.strings().withCharRange('A', 'F').ofMinLength(1).ofMaxLength(2);
        return Arbitraries.maps(names, values(depth)).ofMaxSize(4).map(fields -> {
            ObjectNode object = NODES.objectNode();
            fields.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(4).map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> lists = objects(depth - 1)
                .list()
                .ofMaxSize(3)
                .map(all -> NODES.arrayNode().addAll(all));
        return Arbitraries.oneOf(scalars, objects(depth - 1).map(JsonNode.class::cast), lists);
    }
}
