package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class ExecutionMapperTest {
    private static Mapped<List<Fact>> map(String json) {
        return ExecutionMapper.toExecution(json(json), CONTEXT);
    }

    @Test
    void aFullExecutionNamesThePersonByItsId() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 120001, PersonId: '189002029800', UpdateTime: '2026-03-02T00:00:00Z', StartDate: '2026-03-02T00:00:00',
                 EndDate: '2026-09-30T00:00:00', ServiceCategory: {Code: 1, Text: 'Hemtjänst'}, Law: 'SoL',
                 OrganizationUnit: {Id: 'org', Name: 'Äldreomsorg'}, ProviderUnit: {Id: 100101, Name: 'Alby'},
                 EndReasonId: 3, Deleted: false}
                """);

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "executions", "120001"),
                        LifecareKeys.personNumber(CLIENT),
                        new Execution(
                                Law.SOL,
                                "Hemtjänst",
                                new Period(
                                        Optional.of(LocalDate.of(2026, 3, 2)), Optional.of(LocalDate.of(2026, 9, 30))),
                                Optional.of(LifecareKeys.unit("100101"))),
                        Set.of(LifecareKeys.execution("120001")),
                        Set.of(LifecareKeys.unit("100101")),
                        Optional.of(Instant.parse("2026-03-02T00:00:00Z"))));
        assertThat(mapped.unused())
                .containsExactly(
                        "ServiceCategory.Code",
                        "OrganizationUnit.Id",
                        "OrganizationUnit.Name",
                        "ProviderUnit.Name",
                        "EndReasonId");
    }

    @Test
    void anEmptyExecutionIsHeld() {
        assertThat(problems(map("{}"))).containsExactly("missing-field Id", "missing-field PersonId");
    }

    @ParameterizedTest
    @CsvSource({"SoL, SOL", "LSS, LSS", "HSL, HSL", "FTJ, OTHER", "LASS, OTHER", "RFTJ, OTHER", "SFB, OTHER"})
    void everyLawIsMapped(String code, Law law) {
        String json = "{Id: 1, PersonId: '189002029800', Law: '" + code + "'}";

        assertThat(content(map(json), Execution.class).law()).isEqualTo(law);
        assertThat(ExecutionMapper.law(json(json))).isEqualTo(law);
    }

    @Test
    void aLawThatIsNotSaidIsUnknownAndOneThatIsNotKnownIsHeld() {
        assertThat(content(map("{Id: 1, PersonId: '189002029800'}"), Execution.class)
                        .law())
                .isEqualTo(Law.UNKNOWN);
        assertThat(problems(map("{Id: 1, PersonId: '189002029800', Law: 'SOL'}")))
                .containsExactly("unknown-code Law");
        assertThat(ExecutionMapper.law(json("{Law: 'SOL'}"))).isEqualTo(Law.UNKNOWN);
    }

    @Test
    void theObsoleteNameOfTheServiceStandsInForTheNewOne() {
        String json = "{Id: 1, PersonId: '189002029800', ServiceCategoryName: 'Larm'}";

        assertThat(content(map(json), Execution.class).service()).isEqualTo("Larm");
    }
}
