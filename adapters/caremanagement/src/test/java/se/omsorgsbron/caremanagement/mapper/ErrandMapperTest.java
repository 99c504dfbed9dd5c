package se.omsorgsbron.caremanagement.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.Samples.CONTEXT;
import static se.omsorgsbron.caremanagement.Samples.NUMBER;
import static se.omsorgsbron.caremanagement.Samples.WHOSE;
import static se.omsorgsbron.caremanagement.Samples.facts;
import static se.omsorgsbron.caremanagement.Samples.json;
import static se.omsorgsbron.caremanagement.Samples.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;

class ErrandMapperTest {
    private static final String FULL = """
            {id: 'e1', municipalityId: '2281', namespace: 'HOME_CARE', errandNumber: 'HC-1', typeSlug: 'home-care', title: 'Hemtjänst',
             status: 'ONGOING', assignedUserId: 'jane02doe', applicantName: 'Fiktiva Påhittsson',
             created: '2026-02-28T23:30:00Z', modified: '2026-03-02T08:00:00Z'}
            """;

    private static Mapped<List<Fact>> map(String json) {
        return ErrandMapper.toExecution(json(json), WHOSE, CONTEXT);
    }

    @Test
    void anErrandThatIsCarriedOutIsHomeCareFromTheDayItWasMade() {
        Mapped<List<Fact>> mapped = map(FULL);

        assertThat(facts(mapped))
                .containsExactly(new Fact(
                        new SourceReference("caremanagement", "errands", "e1"),
                        PersonNumberKey.of(NUMBER),
                        new Execution(Law.SOL, "Hemtjänst", Period.from(LocalDate.of(2026, 3, 1)), Optional.empty()),
                        Set.of(),
                        Set.of(),
                        Optional.of(Instant.parse("2026-03-02T08:00:00Z"))));
        assertThat(mapped.unused()).containsExactly("errandNumber", "assignedUserId", "applicantName");
    }

    @Test
    void anErrandThatIsNotCarriedOutSaysNothing() {
        assertThat(facts(map(FULL.replace("ONGOING", "NEW")))).isEmpty();
        assertThat(facts(map(FULL.replace("ONGOING", "DONE")))).isEmpty();
    }

    @Test
    void anEmptyErrandIsHeldWithAllItsProblems() {
        assertThat(problems(map("{}")))
                .containsExactly("missing-field id", "missing-field typeSlug", "missing-field status");
    }

    @Test
    void aStatusThatNobodyHasSettledAndATimeThatIsNoneAreBothTold() {
        String odd = FULL.replace("ONGOING", "PAUSED").replace("2026-02-28T23:30:00Z", "igår");

        assertThat(problems(map(odd))).containsExactly("unknown-code status", "not-a-date created");
    }

    @Test
    void theErrandsPersonIsTheOneStakeholderInThatRole() {
        String person = "{role: 'APPLICANT', externalIdType: 'PRIVATE', externalId: 'p1'}";

        assertThat(Whose.of(List.of(json(person)), CONTEXT)).isEqualTo(new Whose.Party("p1"));
        assertThat(Whose.of(List.of(json(person), json(person.replace("p1", "p2"))), CONTEXT))
                .isInstanceOf(Whose.Unknown.class);
        assertThat(Whose.of(List.of(json(person.replace("PRIVATE", "ENTERPRISE"))), CONTEXT))
                .isInstanceOf(Whose.Unknown.class);
        assertThat(Whose.of(List.of(), CONTEXT)).isInstanceOf(Whose.Unknown.class);
        for (String number : List.of(NUMBER, "18900202-9800", "900202-9800", "19900101TF03")) {
            assertThat(Whose.of(List.of(json(person.replace("p1", number))), CONTEXT))
                    .as("a number in the place of a party id is shown nowhere")
                    .isInstanceOf(Whose.Unknown.class);
        }
    }
}
