package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Decision;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class DecisionMapperTest {
    private static Mapped<List<Fact>> map(String json) {
        return DecisionMapper.toDecision(json(json), CONTEXT);
    }

    @Test
    void aFullDecisionBecomesADecisionUnderSol() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 130001, InvestigationId: 190001, PersonId: '189002029800', Code: {Code: 11, Text: 'Bifall'},
                 Type: {Code: 1, Text: 'Hemtjänst dag'}, Date: '2026-02-24T00:00:00', FromDate: '2026-03-02T00:00:00',
                 ToDate: '2027-03-01T00:00:00', ServiceCategory: {Code: 1, Text: 'Hemtjänst'}, Hour: 2.5,
                 Caseworker: {Id: 'bh-1', FirstName: 'Karin', LastName: 'Ekholm', FullName: 'Karin Ekholm'},
                 ExecutionStartDate: '2026-03-03T00:00:00', OrderIds: [7], Deleted: false}
                """);

        assertThat(fact(mapped).subject()).isEqualTo(LifecareKeys.personNumber(CLIENT));
        assertThat(fact(mapped).content())
                .isEqualTo(new Decision(
                        Law.SOL,
                        "Hemtjänst",
                        Optional.of(LocalDate.of(2026, 2, 24)),
                        new Period(Optional.of(LocalDate.of(2026, 3, 2)), Optional.of(LocalDate.of(2027, 3, 1))),
                        Optional.of(LocalDate.of(2026, 3, 3)),
                        Optional.of(new PersonName("Karin", "Ekholm"))));
        assertThat(mapped.unused())
                .containsExactly(
                        "InvestigationId",
                        "Code.Code",
                        "Code.Text",
                        "Type.Code",
                        "ServiceCategory.Code",
                        "Hour",
                        "Caseworker.Id",
                        "OrderIds[0]");
    }

    @Test
    void anEmptyDecisionIsHeld() {
        assertThat(problems(map("{}"))).containsExactly("missing-field Id", "missing-field PersonId");
    }

    @Test
    void aDecisionWithoutDatesAndOfficerIsReadAsItIs() {
        Decision decision = content(map("{Id: 1, PersonId: '189002029800', Type: {Text: 'Larm'}}"), Decision.class);

        assertThat(decision)
                .isEqualTo(new Decision(
                        Law.SOL, "Larm", Optional.empty(), Period.OPEN, Optional.empty(), Optional.empty()));
    }

    @Test
    void anOfficersFullNameCountsWhereThePartsDoNotMakeItUp() {
        Decision decision = content(map("""
                        {Id: 1, PersonId: '189002029800',
                         Caseworker: {FirstName: 'Karin', LastName: 'Ekholm', FullName: 'Karin Ekholm-Öst'}}
                        """), Decision.class);

        assertThat(decision.caseOfficer()).contains(new PersonName("", "Karin Ekholm-Öst"));
    }

    @Test
    void everyDateThatIsNoneIsTold() {
        assertThat(problems(map("""
                        {Id: 1, PersonId: '189002029800', Date: 'x', FromDate: 'x', ToDate: 'x', ExecutionStartDate: 'x'}
                        """)))
                .containsExactlyInAnyOrder(
                        "not-a-date Date", "not-a-date FromDate", "not-a-date ToDate", "not-a-date ExecutionStartDate");
    }
}
