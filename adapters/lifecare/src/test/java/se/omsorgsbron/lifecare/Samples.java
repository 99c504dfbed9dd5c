package se.omsorgsbron.lifecare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.mapper.MappingContext;
import se.omsorgsbron.lifecare.mapper.PlanPart;

/** What the tests share: records written with single quotes, a municipality's tables, and short ways to look at an outcome. */
public final class Samples {
    /** A published test number. */
    public static final String CLIENT = "189002029800";
    /** Valid, of a member of staff born in 1885. */
    public static final String STAFF = "188512121024";

    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    public static final Map<String, NoteKind> NOTES = Map.of("100501", NoteKind.DAILY, "100502", NoteKind.DEVIATION);
    public static final Map<String, PlanPart> PLAN = Map.of(
            "100601", PlanPart.HOW,
            "100602", PlanPart.WHEN,
            "100603", PlanPart.BY_WHOM,
            "100604", PlanPart.GOAL,
            "100605", PlanPart.ACTION_PLAN);
    public static final Map<String, TeamRole> RELATIONS =
            Map.of("God man", TeamRole.LEGAL_GUARDIAN, "Granne", TeamRole.FRIEND, "Läkare", TeamRole.PHYSICIAN);
    public static final MappingContext CONTEXT =
            new MappingContext(STOCKHOLM, NOTES, Set.of("100590"), PLAN, RELATIONS, true);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Samples() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError("the test's own JSON", mistake);
        }
    }

    /** The value of an outcome that should be one. */
    public static <T> T value(Mapped<T> mapped) {
        if (mapped instanceof Mapped.Value<T> value) {
            return value.value();
        }
        return Assertions.fail("rejected: " + mapped);
    }

    /** The only fact of an outcome that should have one. */
    public static Fact fact(Mapped<List<Fact>> mapped) {
        List<Fact> facts = value(mapped);
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }

    /** The content of the only fact. */
    public static <T> T content(Mapped<List<Fact>> mapped, Class<T> type) {
        return type.cast(fact(mapped).content());
    }

    /** Reason and field of each problem of an outcome that should be rejected. */
    public static List<String> problems(Mapped<?> mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Rejected.class);
        return ((Mapped.Rejected<?>) mapped)
                .problems().stream().map(Samples::brief).toList();
    }

    private static String brief(Problem problem) {
        return problem.reason().code() + " " + problem.field();
    }
}
