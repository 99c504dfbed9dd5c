package se.omsorgsbron.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneId;
import java.util.List;
import se.omsorgsbron.api.mapping.Mapped;

/** Records written with single quotes, and a short way to look at an outcome. */
final class Samples {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Samples() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError("the test's own JSON", mistake);
        }
    }

    /** Reason and field of each problem of an outcome that should be rejected. */
    static List<String> problems(Mapped<?> mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Rejected.class);
        return ((Mapped.Rejected<?>) mapped)
                .problems().stream()
                        .map(problem -> problem.reason().code() + " " + problem.field())
                        .toList();
    }
}
