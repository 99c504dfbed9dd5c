package se.omsorgsbron.bridge.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.PlanEntry.State;
import se.omsorgsbron.api.record.PersonRecord.Vacancy.Why;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.KeptFact;
import se.omsorgsbron.bridge.ledger.SubjectFacts;
import se.omsorgsbron.bridge.ledger.TestFacts;

class PersonComposerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant SEEN = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void theNewestPlanInForceReplacesTheOneBeforeIt() {
        PersonRecord record =
                compose(plan("1", TODAY.minusMonths(8)), plan("2", TODAY.minusMonths(2)), plan("3", TODAY.plusDays(1)));

        assertThat(record.plans())
                .extracting(p -> p.source().id() + " " + p.state())
                .containsExactly("1 REPLACED", "2 IN_FORCE");
        assertThat(record.plans().get(1).replaces())
                .contains(record.plans().get(0).source());
    }

    @Test
    void aPlanThatIsGoneIsWithdrawnAndTheOneBeforeItIsInForceAgain() {
        PersonRecord record = compose(kept(plan("1", TODAY.minusMonths(8))), gone(plan("2", TODAY.minusMonths(2))));

        assertThat(record.plans())
                .extracting(PersonRecord.PlanEntry::state)
                .containsExactly(State.IN_FORCE, State.WITHDRAWN);
    }

    @Test
    void aPersonWhoIsGoneIsNotServedAndTheirPlansAreOver() {
        SubjectFacts facts =
                facts(List.of(gone(TestFacts.person("1", TestFacts.NUMBER)), kept(plan("1", TODAY.minusMonths(8)))));
        PersonRecord record = PersonComposer.compose(facts, TODAY, ZoneId.of("Europe/Stockholm"))
                .orElseThrow();

        assertThat(record.served()).isFalse();
        assertThat(record.vacancies()).isEmpty();
        assertThat(record.plans()).extracting(PersonRecord.PlanEntry::state).containsExactly(State.ENDED);
    }

    @Test
    void withHomeCareAndNoContactBothRanksAreVacant() {
        PersonRecord record = compose(execution(Law.SOL));

        assertThat(record.vacancies()).extracting(PersonRecord.Vacancy::rank).containsExactly(Rank.FIRST, Rank.SECOND);
        assertThat(record.vacancies()).extracting(PersonRecord.Vacancy::why).containsOnly(Why.NOT_APPOINTED);
    }

    @Test
    void withoutHomeCareUnderSolThereIsNoTeamToTellOf() {
        PersonRecord record = compose(execution(Law.LSS));

        assertThat(record.vacancies()).isEmpty();
        assertThat(record.contacts()).isEmpty();
    }

    @Test
    void anExemptionInForceExplainsTheVacancyAndOneThatIsOverDoesNot() {
        assertThat(compose(execution(Law.SOL), exempted(TODAY.minusMonths(1), null))
                        .vacancies())
                .extracting(PersonRecord.Vacancy::why)
                .containsOnly(Why.EXEMPTED);
        assertThat(compose(execution(Law.SOL), exempted(TODAY.minusMonths(1), TODAY.minusDays(1)))
                        .vacancies())
                .extracting(PersonRecord.Vacancy::why)
                .containsOnly(Why.NOT_APPOINTED);
    }

    private static Fact plan(String id, LocalDate established) {
        return TestFacts.plan(id, TestFacts.NUMBER, established);
    }

    private static Fact execution(Law law) {
        return TestFacts.about(
                "executions", "1", TestFacts.NUMBER, new Execution(law, "Hemtjänst", Period.OPEN, Optional.empty()));
    }

    private static Fact exempted(LocalDate date, LocalDate until) {
        return TestFacts.about(
                "supplements",
                "1",
                TestFacts.NUMBER,
                new ContactStep(
                        ContactStep.Step.EXEMPTED,
                        date,
                        Optional.ofNullable(until),
                        Optional.of(ContactStep.Exemption.OTHER),
                        Optional.empty()));
    }

    private static PersonRecord compose(Fact... facts) {
        return compose(Stream.of(facts).map(PersonComposerTest::kept).toArray(KeptFact[]::new));
    }

    private static PersonRecord compose(KeptFact... facts) {
        List<KeptFact> all = Stream.concat(Stream.of(kept(TestFacts.person("1", TestFacts.NUMBER))), Stream.of(facts))
                .toList();
        return PersonComposer.compose(facts(all), TODAY, ZoneId.of("Europe/Stockholm"))
                .orElseThrow();
    }

    private static SubjectFacts facts(List<KeptFact> facts) {
        return new SubjectFacts("0127", UUID.randomUUID(), SubjectKind.PERSON, facts, List.of(), Map.of());
    }

    private static KeptFact kept(Fact fact) {
        return new KeptFact(fact.source(), fact.subject(), fact.content(), fact.names(), SEEN, Optional.empty());
    }

    private static KeptFact gone(Fact fact) {
        SourceReference source = fact.source();
        return new KeptFact(
                source, fact.subject(), fact.content(), fact.names(), SEEN, Optional.of(SEEN.plusSeconds(3600)));
    }
}
