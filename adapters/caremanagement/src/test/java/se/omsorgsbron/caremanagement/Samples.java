package se.omsorgsbron.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Errands;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Texts;
import se.omsorgsbron.caremanagement.mapper.PlanPart;
import se.omsorgsbron.caremanagement.mapper.Role;
import se.omsorgsbron.caremanagement.mapper.Whose;

/** What the tests share: records written with single quotes, a municipality's tables, and short ways to look at an outcome. */
public final class Samples {
    /** A published test number. */
    public static final String NUMBER = "189002029800";

    public static final String PARTY = "81471222-5798-11e9-ae24-57fa13b361e1";
    public static final Whose.Known WHOSE = new Whose.Known(PARTY, NUMBER);
    public static final String BRIDGE = "omsorgsbron01";
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    public static final Errands ERRANDS = new Errands(
            Set.of("home-care"),
            Map.of("NEW", ErrandState.OPEN, "ONGOING", ErrandState.CARRIED_OUT, "DONE", ErrandState.CLOSED));
    public static final Map<String, Role> ROLES = Map.of(
            "APPLICANT", new Role.Subject(),
            "CONTACT_1", new Role.Contact(Rank.FIRST),
            "CONTACT_2", new Role.Contact(Rank.SECOND),
            "RELATIVE", new Role.Member(TeamRole.RELATIVE),
            "PHYSICIAN", new Role.Member(TeamRole.PHYSICIAN),
            "LANDLORD", new Role.Ignored());
    public static final Texts TEXTS = new Texts(
            Map.of("Anteckning", NoteKind.DAILY, "Risk", NoteKind.RISK),
            Set.of("Telefonsamtal"),
            Optional.of(NoteKind.FOLLOW_UP),
            Map.of("Genomförandeplan", PlanType.IMPLEMENTATION_PLAN, "Handlingsplan", PlanType.ACTION_PLAN),
            Set.of("Brev"),
            Map.of(
                    "Delaktighet", PlanPart.PARTICIPATION,
                    "Nästa uppföljning", PlanPart.FOLLOW_UP,
                    "Mål", PlanPart.GOAL,
                    "Insats", PlanPart.ACTIVITY,
                    "Hur", PlanPart.HOW,
                    "När", PlanPart.WHEN,
                    "Av vem", PlanPart.BY_WHOM,
                    "Viktigt", PlanPart.IMPORTANT));
    public static final MappingContext CONTEXT = new MappingContext(STOCKHOLM, BRIDGE, true, ERRANDS, ROLES, TEXTS);

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

    /** The facts of an outcome that should have some, or none. */
    public static List<Fact> facts(Mapped<List<Fact>> mapped) {
        if (mapped instanceof Mapped.Value<List<Fact>> value) {
            return value.value();
        }
        return Assertions.fail("rejected: " + mapped);
    }

    /** The content of the only fact. */
    public static <T> T content(Mapped<List<Fact>> mapped, Class<T> type) {
        assertThat(facts(mapped)).hasSize(1);
        return type.cast(facts(mapped).get(0).content());
    }

    /** Reason and field of each problem of an outcome that should be rejected. */
    public static List<String> problems(Mapped<?> mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Rejected.class);
        return ((Mapped.Rejected<?>) mapped)
                .problems().stream()
                        .map(problem -> problem.reason().code() + " " + problem.field())
                        .toList();
    }
}
