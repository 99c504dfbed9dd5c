package se.omsorgsbron.nightpatrol.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.json.Leaves;
import se.omsorgsbron.api.mapping.Mapped;

class PatrolLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aFullLineIsTheSameJsonAsByTheApi() throws Exception {
        Map<String, String> line = new HashMap<>(Map.of(
                "id", "round-7:1",
                "person", " 189002029800 ",
                "kind", "deviation",
                "occurred", "2026-11-25T02:14:00+01:00",
                "authorName", "Eva Öberg",
                "authorTitle", "undersköterska",
                "authorHsaId", "SE165565594230-1003",
                "text", " Låg på golvet.\r\n",
                "followUpWanted", "Ja",
                "corrects", "round-6:4"));
        line.put("withdraws", "");

        assertThat(PatrolLine.toJson(line)).isEqualTo(JSON.readTree("""
                {"id": "round-7:1", "person": "189002029800", "kind": "deviation", "occurred": "2026-11-25T02:14:00+01:00",
                 "author": {"name": "Eva Öberg", "title": "undersköterska", "hsaId": "SE165565594230-1003"},
                 "text": " Låg på golvet.\\r\\n", "followUpWanted": true, "corrects": "round-6:4"}
                """));
        assertThat(PatrolMapper.toNote(PatrolLine.toJson(line))).isInstanceOf(Mapped.Value.class);
    }

    @Test
    void anEmptyLineIsAnEmptyObjectAndEveryProblemHasItsColumn() {
        ObjectNode json = PatrolLine.toJson(Map.of("id", "", "text", " ", "withdraws", ""));

        assertThat(json).isEmpty();
        Mapped.Rejected<?> rejected = (Mapped.Rejected<?>) PatrolMapper.toNote(json);
        assertThat(rejected.problems().stream().map(problem -> PatrolLine.column(problem.field())))
                .containsExactlyInAnyOrderElementsOf(PatrolLine.required());
    }

    @Test
    void whatIsNeitherYesNorNoIsToldUnderItsColumn() {
        ObjectNode json = PatrolLine.toJson(Map.of("followUpWanted", "kanske"));

        assertThat(((Mapped.Rejected<?>) PatrolMapper.toNote(json)).problems())
                .anySatisfy(problem ->
                        assertThat(PatrolLine.column(problem.field())).isEqualTo("followUpWanted"));
    }

    @Property
    void everyFilledColumnIsOneField(
            @ForAll @IntRange(max = 2047) int filled, @ForAll @StringLength(min = 1, max = 5) String value) {
        Map<String, String> line = new HashMap<>();
        HashSet<String> fields = new HashSet<>();
        for (int i = 0; i < PatrolLine.columns().size(); i++) {
            boolean isFilled = (filled >> i & 1) == 1;
            line.put(PatrolLine.columns().get(i), isFilled ? "x" + value : "");
            if (isFilled) {
                fields.add(PatrolLine.columns().get(i));
            }
        }

        assertThat(Leaves.of(PatrolLine.toJson(line)).stream().map(PatrolLine::column))
                .containsExactlyInAnyOrderElementsOf(fields);
    }
}
