package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.Samples.CONTEXT;
import static se.omsorgsbron.caremanagement.Samples.WHOSE;
import static se.omsorgsbron.caremanagement.Samples.content;
import static se.omsorgsbron.caremanagement.Samples.facts;
import static se.omsorgsbron.caremanagement.Samples.json;
import static se.omsorgsbron.caremanagement.Samples.problems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.PlanActivity;
import se.omsorgsbron.api.domain.PlanType;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class DocumentMapperTest {
    private static final String TEXT = """
            Planen gäller från mars.
            Delaktighet: Ja, med dottern
            Nästa uppföljning: 2026-09-11, hemma
            Mål: Känna sig trygg
            Hur: Lugnt
            Insats: Dusch
            Hur: Med stöd
            av en person
            Mål: Klara sig själv
            När: Tisdagar
            Insats: Inköp
            Av vem: Dagteamet
            Viktigt: Hör illa
            Viktigt: Har hund
            """;

    private static ObjectNode document(String type, String status, String text) {
        ObjectNode document = (ObjectNode) json("""
                {id: 'd1', errandId: 'e1', heading: 'Plan', documentDateTime: '2026-03-11T23:30:00Z', createdBy: 'jane02doe',
                 created: '2026-03-12T08:00:00Z', locked: '2026-03-12T08:00:00Z'}
                """);
        return document.put("type", type).put("status", status).put("text", text);
    }

    private static Mapped<List<Fact>> map(ObjectNode document) {
        return DocumentMapper.toPlan(document, WHOSE, CONTEXT);
    }

    @Test
    void aLockedPlanIsReadLineByLineAndNothingOfItIsLost() {
        Mapped<List<Fact>> mapped = map(document("Genomförandeplan", "LOCKED", TEXT));
        Plan plan = content(mapped, Plan.class);

        assertThat(plan.type()).isEqualTo(PlanType.IMPLEMENTATION_PLAN);
        assertThat(plan.established()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(plan.participation())
                .isEqualTo(new Plan.Participation(true, Optional.of(new FreeText("med dottern"))));
        assertThat(plan.followUp())
                .isEqualTo(new Plan.FollowUp(LocalDate.of(2026, 9, 11), Optional.of(new FreeText("hemma"))));
        assertThat(plan.goals()).containsExactly(new FreeText("Känna sig trygg"), new FreeText("Klara sig själv"));
        assertThat(plan.activities())
                .containsExactly(
                        new PlanActivity(
                                "Dusch",
                                Optional.of(new FreeText("Med stöd\nav en person")),
                                Optional.of(new FreeText("Tisdagar")),
                                Optional.empty(),
                                Period.OPEN),
                        new PlanActivity(
                                "Inköp",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new FreeText("Dagteamet")),
                                Period.OPEN));
        assertThat(plan.important()).contains(new FreeText("Hör illa"));
        assertThat(plan.other())
                .containsExactly(
                        new FreeText("Planen gäller från mars."),
                        new FreeText("Hur: Lugnt"),
                        new FreeText("Viktigt: Har hund"));
        assertThat(mapped.unused()).containsExactly("created", "locked");
    }

    @Test
    void aDraftAndALetterGiveNothing() {
        assertThat(facts(map(document("Genomförandeplan", "WORKING", TEXT)))).isEmpty();
        assertThat(facts(map(document("Brev", "LOCKED", TEXT)))).isEmpty();
    }

    @Test
    void anEmptyDocumentIsHeld() {
        assertThat(problems(DocumentMapper.toPlan(json("{}"), WHOSE, CONTEXT)))
                .containsExactly("missing-field id", "missing-field type", "missing-field status");
    }

    @Test
    void aPlanThatDoesNotSayWhetherThePersonTookPartIsHeldAndNothingIsGuessed() {
        ObjectNode silent = document("Handlingsplan", "LOCKED", "Delaktighet: kanske\nNästa uppföljning: i höst");

        Mapped<List<Fact>> mapped = map(silent);

        assertThat(problems(mapped)).containsExactly("missing-field text", "missing-field text");
        assertThat(mapped.toString()).doesNotContain("kanske").doesNotContain("höst");
    }

    @Test
    void aTypeOfDocumentThatNobodyHasSettledIsHeld() {
        assertThat(problems(map(document("Protokoll", "LOCKED", TEXT)))).containsExactly("unknown-code type");
    }
}
