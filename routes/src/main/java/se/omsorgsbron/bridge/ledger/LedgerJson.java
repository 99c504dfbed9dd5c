package se.omsorgsbron.bridge.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.mapping.Problem;

/** How the ledger writes domain records as JSON. Properties are sorted, so that equal content has equal text. */
public final class LedgerJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private LedgerJson() {}

    /** A domain record as JSON. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass().getSimpleName() + " cannot be written as JSON");
        }
    }

    static FactContent readContent(FactKind kind, String json) {
        try {
            return JSON.readValue(json, kind.type());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger's " + kind.code() + " cannot be read");
        }
    }

    static List<Problem> readProblems(String json) {
        try {
            return JSON.readValue(json, PROBLEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger's list of problems cannot be read");
        }
    }
}
