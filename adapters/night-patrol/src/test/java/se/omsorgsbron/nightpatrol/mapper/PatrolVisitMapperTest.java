package se.omsorgsbron.nightpatrol.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.LifeArea;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.Visit;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.PatrolVisit;

class PatrolVisitMapperTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aFullVisitIsReadWithEveryField() {
        assertThat(PatrolVisitMapper.toVisit(full()))
                .isEqualTo(new Mapped.Value<>(
                        new PatrolVisit(
                                "round-7:9",
                                IdentityNumbers.parse("189002029800").orElseThrow(),
                                new PatrolNote.Author(
                                        new PersonName("", "Eva Öberg"), "", HsaId.parse("SE165565594230-1003")),
                                Instant.parse("2026-11-25T01:10:00Z"),
                                Optional.of(Instant.parse("2026-11-25T01:22:00Z")),
                                Optional.empty(),
                                List.of(LifeArea.SELF_CARE, LifeArea.SENSE_OF_SAFETY),
                                Optional.of("round-7:8")),
                        List.of()));
    }

    @Test
    void aVisitThatDidNotTakePlaceSaysWhyNot() {
        ObjectNode declined = full();
        declined.remove(List.of("end", "help"));
        declined.put("done", false);

        assertThat(problems(declined)).containsExactly("missing-field notDone");
        declined.put("notDone", "declined");
        assertThat(PatrolVisitMapper.toVisit(declined))
                .isInstanceOfSatisfying(
                        Mapped.Value.class,
                        mapped -> assertThat(((PatrolVisit) mapped.value()).notDone())
                                .contains(Visit.NotDone.DECLINED));
    }

    @Test
    void anEmptyVisitIsToldEverythingThatIsMissing() {
        assertThat(problems(JSON.createObjectNode()))
                .containsExactlyInAnyOrder(
                        "missing-field id",
                        "missing-field person",
                        "missing-field staff",
                        "missing-field start",
                        "missing-field done");
    }

    @Test
    void whatIsOddIsToldWithoutRepeatingIt() {
        ObjectNode odd = full();
        odd.put("end", "2026-11-25T01:00:00+01:00").put("done", "nej").put("notDone", "gick till Gunnar");
        odd.putArray("help").add("d5").add("d10").add(5);
        assertThat(problems(odd))
                .containsExactlyInAnyOrder(
                        "not-a-date end",
                        "not-json done",
                        "unknown-code notDone",
                        "unknown-code help[1]",
                        "not-json help[2]");
        assertThat(PatrolVisitMapper.toVisit(odd).toString()).doesNotContain("Gunnar");

        assertThat(problems(full().put("notDone", "other"))).containsExactly("not-json notDone");
        assertThat(problems(full().put("done", false).put("notDone", "other"))).containsExactly("not-json done");
        assertThat(problems(full().put("help", "d5"))).containsExactly("not-json help");
    }

    @Test
    void everyCodeIsReadAsItsOwnAndWrittenAsItWasRead() {
        for (LifeArea area : LifeArea.values()) {
            assertThat(LifeArea.ofCode(area.code())).contains(area);
        }
        for (Visit.NotDone why : Visit.NotDone.values()) {
            assertThat(Visit.NotDone.ofCode(why.code())).contains(why);
        }
    }

    @Property(tries = 300)
    void usedAndUnusedAreTogetherEveryPopulatedField(@ForAll long seed) {
        ObjectNode visit = full();
        Random random = new Random(seed);
        for (String field : List.of("id", "person", "staff", "start", "end", "done", "help", "corrects")) {
            if (random.nextInt(4) == 0) {
                visit.remove(field);
            }
        }
        Set<String> strange = new HashSet<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            visit.put("strange" + i, i);
            strange.add("strange" + i);
        }

        List<String> unused = PatrolVisitMapper.toVisit(visit).unused();

        assertThat(new HashSet<>(unused)).isEqualTo(strange);
        assertThat(Leaves.of(visit)).containsAll(unused);
    }

    private static ObjectNode full() {
        ObjectNode visit = JSON.createObjectNode();
        visit.put("id", "round-7:9")
                .put("person", "189002029800")
                .put("start", "2026-11-25T02:10:00+01:00")
                .put("end", "2026-11-25T02:22:00+01:00")
                .put("done", true)
                .put("corrects", "round-7:8");
        visit.putObject("staff").put("name", "Eva Öberg").put("hsaId", "SE165565594230-1003");
        visit.putArray("help").add("d5").add("sense-of-safety");
        return visit;
    }

    private static List<String> problems(ObjectNode visit) {
        Mapped<PatrolVisit> mapped = PatrolVisitMapper.toVisit(visit);
        assertThat(mapped).isInstanceOf(Mapped.Rejected.class);
        return ((Mapped.Rejected<PatrolVisit>) mapped)
                .problems().stream()
                        .map(problem -> problem.reason().code() + " " + problem.field())
                        .toList();
    }
}
