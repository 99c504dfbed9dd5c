package se.omsorgsbron.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;

class FieldsTest {

    private static Fields fields(String json) {
        return Fields.of(Samples.json(json), Samples.STOCKHOLM);
    }

    @Test
    void everyProblemIsToldAndNotJustTheFirst() {
        Fields fields = fields("{Date: 'den 29 maj', Law: 'XYZ', List: 5, Flag: 'ja', Inner: {Text: 7}}");

        fields.requiredText("Missing");
        fields.date("Date");
        fields.code("Law", Map.of("SoL", 1));
        fields.children("List");
        fields.flag("Flag");
        fields.child("Inner").orElseThrow().text("Text");

        assertThat(Samples.problems(fields.mapped(() -> "never made")))
                .containsExactly(
                        "missing-field Missing",
                        "not-a-date Date",
                        "unknown-code Law",
                        "not-json List",
                        "not-json Flag",
                        "not-json Inner.Text");
    }

    @Test
    void aRequiredFieldOfTheWrongTypeIsOneProblemAndNotTwo() {
        Fields fields = fields("{Id: true}");

        assertThat(fields.requiredId("Id")).isEmpty();

        assertThat(Samples.problems(fields.mapped(() -> ""))).containsExactly("not-json Id");
    }

    @Test
    void blankTextCountsAsMissing() {
        Fields fields = fields("{Name: '  '}");

        fields.requiredText("Name");

        assertThat(Samples.problems(fields.mapped(() -> ""))).containsExactly("missing-field Name");
    }

    @Test
    void aFieldThatOnlyHasToBePresentStaysUnused() {
        Fields fields = fields("{Role: 'UTF'}");

        fields.requirePresent("Role");

        assertThat(fields.mapped(() -> 1)).isEqualTo(new Mapped.Value<>(1, List.of("Role")));
    }

    @Test
    void aProblemSaysWhatWasExpectedAndOnlyTheShapeOfWhatWasFound() {
        Fields fields = fields("{Date: '18900202-9800', Code: 'Anna Andersson'}");

        fields.date("Date");
        fields.code("Code", Map.of("b", 1, "a", 2));

        Mapped.Rejected<?> rejected = (Mapped.Rejected<?>) fields.mapped(() -> "");
        assertThat(rejected.problems())
                .containsExactly(
                        new Problem(
                                Reason.NOT_A_DATE,
                                "Date",
                                "13 characters that are no date",
                                "a date from 1900 on, such as 2026-11-24T00:00:00"),
                        new Problem(Reason.UNKNOWN_CODE, "Code", "14 characters", "one of a, b"));
    }

    @Test
    void nullsInAListArePassedOverAndOtherThingsAreTold() {
        Fields fields = fields("{List: [null, {A: 1}, 'x']}");

        assertThat(fields.children("List")).hasSize(1);

        assertThat(Samples.problems(fields.mapped(() -> ""))).containsExactly("not-json List[2]");
    }
}
