package se.omsorgsbron.bridge.explain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.identity.IdentityNumbers;

/** One populated field of a record by its path, such as {@code Addresses[0].City}, and what else could stand there. */
final class Leaf {
    /** Of nobody alive. */
    private static final List<String> NUMBERS = List.of("189002029800", "189602029812");

    private static final List<String> HSA_IDS = List.of("SE165565594230-1001", "SE165565594230-1002");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(-[0-9]{2}-[0-9]{2}.*)", Pattern.DOTALL);
    /** From leap year to leap year. */
    private static final int YEARS = 4;

    private Leaf() {}

    /** What stands there. */
    static Optional<JsonNode> at(JsonNode record, String path) {
        JsonNode node = record.at(pointer(path));
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** The record with something else there, of the same type as far as that can be told; last with nothing. */
    static Stream<JsonNode> others(JsonNode record, String path) {
        return at(record, path).stream()
                .flatMap(leaf -> others(leaf).stream())
                .map(other -> with(record, pointer(path), other));
    }

    private static List<JsonNode> others(JsonNode leaf) {
        List<JsonNode> others = new ArrayList<>();
        if (leaf.isBoolean()) {
            others.add(BooleanNode.valueOf(!leaf.booleanValue()));
        } else if (leaf.isNumber()) {
            others.add(JsonNodeFactory.instance.numberNode(leaf.longValue() + 1));
        } else {
            texts(leaf.asText()).map(TextNode::valueOf).forEach(others::add);
        }
        others.add(NullNode.instance);
        return others;
    }

    private static Stream<String> texts(String text) {
        if (IdentityNumbers.parse(text).isPresent()) {
            return NUMBERS.stream().filter(number -> !number.equals(text));
        }
        if (HsaId.parse(text).isPresent()) {
            return HSA_IDS.stream().filter(id -> !id.equals(text));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            int year = Integer.parseInt(day.group(1));
            return Stream.of((year + YEARS) + day.group(2), (year - YEARS) + day.group(2));
        }
        return Stream.of(text + "x");
    }

    private static JsonNode with(JsonNode record, JsonPointer pointer, JsonNode other) {
        JsonNode copy = record.deepCopy();
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), other);
        } else if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), other);
        }
        return copy;
    }

    private static JsonPointer pointer(String path) {
        return JsonPointer.compile("/"
                + path.replace("~", "~0")
                        .replace("/", "~1")
                        .replace("].", "/")
                        .replace("][", "/")
                        .replace("]", "")
                        .replace("[", "/")
                        .replace(".", "/"));
    }
}
