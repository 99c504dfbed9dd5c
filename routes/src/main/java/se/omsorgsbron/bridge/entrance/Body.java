package se.omsorgsbron.bridge.entrance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;

/**
 * The body of a request, a JSON object, read field by field. What is wrong is collected and told all at once; a field that nobody
 * asked for is wrong, too, because it was meant to say something.
 */
public final class Body {
    private static final int LONGEST_TEXT = 500;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(100_000)
                            .maxNumberLength(50)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final ObjectNode node;
    private final List<Problem> problems;
    private final Set<String> asked = new HashSet<>();

    private Body(String path, ObjectNode node, List<Problem> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /** @throws Refusal if it is no JSON object, or deeper or longer than anything that is meant */
    static Body read(InputStream in) throws IOException {
        return new Body("", json(in), new ArrayList<>());
    }

    /** The same for what an adapter reads. @throws Refusal as above */
    public static ObjectNode json(InputStream in) throws IOException {
        try {
            if (JSON.readTree(in) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException unreadable) {
            // The message would quote it.
        }
        throw new Refusal(Refusal.Kind.UNREADABLE);
    }

    /** A short text; empty, with a problem, where there is none. */
    Optional<String> text(String field, String expected) {
        Optional<String> text = optional(field, expected);
        if (text.isEmpty() && !node.hasNonNull(field)) {
            wrong(field, "nothing", expected);
        }
        return text;
    }

    /** A short text that may be missing. */
    Optional<String> optional(String field, String expected) {
        asked.add(field);
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        boolean good = !text.isEmpty()
                && text.length() <= LONGEST_TEXT
                && text.codePoints().noneMatch(Body::isHidden);
        if (!good) {
            wrong(field, shape(value), expected);
        }
        return good ? Optional.of(text) : Optional.empty();
    }

    /** A day that may be missing. */
    Optional<LocalDate> day(String field) {
        String expected = "a day, such as 2026-11-24";
        return optional(field, expected).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException noDay) {
                wrong(field, text.length() + " characters", expected);
                return Optional.empty();
            }
        });
    }

    /** Control characters and those that turn the direction of a text: they can make a log or a page say something else. */
    private static boolean isHidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** A list of short texts; empty if it is missing. */
    List<String> texts(String field, String expected) {
        asked.add(field);
        JsonNode value = node.path(field);
        List<String> texts = new ArrayList<>();
        boolean good = value.isMissingNode() || value.isNull() || (value.isArray() && value.size() <= 100);
        for (JsonNode one : value) {
            good &= one.isTextual() && one.textValue().length() <= LONGEST_TEXT;
            texts.add(one.asText());
        }
        if (!good) {
            wrong(field, shape(value), expected);
        }
        return good ? texts : List.of();
    }

    /** An object within it; one without fields if it is missing. */
    Body object(String field, String expected) {
        asked.add(field);
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            wrong(field, shape(value), expected);
        }
        return new Body(
                path + field + ".", value instanceof ObjectNode object ? object : JSON.createObjectNode(), problems);
    }

    void wrong(String field, String found, String expected) {
        problems.add(new Problem(Reason.MISSING_FIELD, path + field, found, expected));
    }

    /** Says that nothing more is asked for. */
    void end() {
        node.fieldNames().forEachRemaining(field -> {
            if (!asked.contains(field)) {
                // Its name could be anything; it is not repeated.
                wrong("", "a field that is not known", "only the fields in docs/http-api.md");
            }
        });
    }

    /** @throws Refusal if anything was wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.WRONG, problems);
        }
    }

    private static String shape(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().length() + " characters";
        }
        return "JSON of the kind " + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
