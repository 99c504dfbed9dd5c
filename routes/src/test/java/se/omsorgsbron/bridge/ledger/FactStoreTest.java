package se.omsorgsbron.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.bridge.ledger.TestFacts.NUMBER;
import static se.omsorgsbron.bridge.ledger.TestFacts.PERSON;
import static se.omsorgsbron.bridge.ledger.TestFacts.changes;
import static se.omsorgsbron.bridge.ledger.TestFacts.complete;
import static se.omsorgsbron.bridge.ledger.TestFacts.contact;
import static se.omsorgsbron.bridge.ledger.TestFacts.gone;
import static se.omsorgsbron.bridge.ledger.TestFacts.person;
import static se.omsorgsbron.bridge.ledger.TestFacts.plan;
import static se.omsorgsbron.bridge.ledger.TestFacts.source;
import static se.omsorgsbron.bridge.ledger.TestFacts.staff;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;

class FactStoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String OTHER = "189602029812";
    private static final String STAFF = "200302022389";

    private final TestLedger ledger = new TestLedger();

    @Test
    void aPageReadTwiceChangesNothing() {
        assertThat(ledger.store(changes(person("1", NUMBER))).facts()).isEqualTo(1);

        FactStore.Stored again = ledger.store(changes(person("1", NUMBER)));

        assertThat(again.facts()).isZero();
        assertThat(again.subjects()).isEmpty();
    }

    @Test
    void aPlanThatArrivesBeforeItsPersonBelongsToThePersonLater() {
        ledger.store(changes(plan("7", NUMBER, DAY)));

        ledger.store(changes(person("1", NUMBER)));

        assertThat(ledger.read(PERSON).of(Plan.class)).hasSize(1);
    }

    @Test
    void anExecutionGivesItsPersonTheNotesThatNameIt() {
        var execution = new se.omsorgsbron.api.domain.SubjectKey(
                se.omsorgsbron.api.domain.SubjectKind.PERSON, "lifecare/execution-id", "55");
        Fact carriedOut = new Fact(
                source("executions", "55"),
                TestFacts.number(NUMBER),
                new se.omsorgsbron.api.domain.Execution(
                        se.omsorgsbron.api.domain.Law.SOL,
                        "Hemtjänst",
                        se.omsorgsbron.api.domain.Period.OPEN,
                        Optional.empty()),
                Set.of(execution),
                Set.of(),
                Optional.empty());
        Fact noteByNumber = TestFacts.note("D-1", NUMBER);
        Fact note = new Fact(
                noteByNumber.source(), execution, noteByNumber.content(), Set.of(), Set.of(), Optional.empty());

        ledger.store(changes(note));
        ledger.store(changes(carriedOut));
        ledger.store(changes(person("1", NUMBER)));

        assertThat(ledger.read(PERSON).of(se.omsorgsbron.api.domain.JournalNote.class))
                .hasSize(1);
    }

    @Test
    void anAbsenceInACompleteListCountsOnlyTheSecondTime() {
        ledger.store(changes(person("1", NUMBER)));
        List<Fact> plans = plans(10);
        ledger.store(complete("service_plans", plans));

        ledger.store(complete("service_plans", plans.subList(0, 9)));
        assertThat(present()).isEqualTo(10);

        ledger.store(complete("service_plans", plans.subList(0, 9)));
        assertThat(present()).isEqualTo(9);
    }

    @Test
    void aRecordThatIsBackAfterOneAbsenceIsNotCountedAgain() {
        ledger.store(changes(person("1", NUMBER)));
        List<Fact> plans = plans(10);
        ledger.store(complete("service_plans", plans));
        ledger.store(complete("service_plans", plans.subList(0, 9)));
        ledger.store(complete("service_plans", plans));

        ledger.store(complete("service_plans", plans.subList(0, 9)));

        assertThat(present()).isEqualTo(10);
    }

    @Test
    void aListThatComesBackEmptyEndsNothingAndIsTold() {
        ledger.store(changes(person("1", NUMBER)));
        ledger.store(complete("service_plans", plans(10)));

        for (int i = 0; i < 3; i++) {
            assertThat(ledger.store(complete("service_plans", List.of())).shrunk())
                    .contains(10);
        }

        assertThat(present()).isEqualTo(10);
        assertThat(ledger.held.list())
                .singleElement()
                .satisfies(item -> assertThat(item.what().reason()).isEqualTo(Reason.LIST_SHRUNK));
    }

    @Test
    void aShrunkListThatSomebodyConfirmsIsBelieved() {
        ledger.store(changes(person("1", NUMBER)));
        ledger.store(complete("service_plans", plans(10)));
        ledger.store(complete("service_plans", List.of()));

        ledger.held.retry(ledger.held.list().get(0).id(), "operator");
        ledger.store(complete("service_plans", List.of()));
        ledger.store(complete("service_plans", List.of()));

        assertThat(present()).isZero();
        assertThat(ledger.held.list()).isEmpty();
    }

    @Test
    void aConfirmationCountsForThatShrinkingOnlyAndNotForTheNext() {
        ledger.store(changes(person("1", NUMBER)));
        ledger.store(complete("service_plans", plans(20)));
        ledger.store(complete("service_plans", plans(10)));
        ledger.held.retry(ledger.held.list().get(0).id(), "operator");
        for (int i = 0; i < 3; i++) {
            ledger.store(complete("service_plans", plans(10)));
        }

        assertThat(ledger.store(complete("service_plans", List.of())).shrunk()).contains(10);
        ledger.store(complete("service_plans", List.of()));

        assertThat(present()).isEqualTo(10);
    }

    @Test
    void aListThatIsWholeAgainMendsTheWarning() {
        ledger.store(changes(person("1", NUMBER)));
        ledger.store(complete("service_plans", plans(10)));
        ledger.store(complete("service_plans", List.of()));

        ledger.store(complete("service_plans", plans(10)));

        assertThat(ledger.held.list()).isEmpty();
    }

    @Test
    void aDeletedRecordIsGoneAtOnce() {
        ledger.store(changes(person("1", NUMBER), plan("7", NUMBER, DAY)));

        FactStore.Stored stored = ledger.store(gone(source("service_plans", "7")));

        assertThat(stored.subjects()).containsExactly(PERSON);
        assertThat(present()).isZero();
    }

    @Test
    void anotherMemberOfStaffInTheSameRecordEndsTheFormerAssignment() {
        ledger.store(changes(person("1", NUMBER), staff("9", STAFF), contact("5", NUMBER, STAFF)));

        ledger.store(changes(contact("5", NUMBER, OTHER)));

        List<KeptFact> contacts = ledger.read(PERSON).of(PermanentContact.class).toList();
        assertThat(contacts).hasSize(2);
        assertThat(contacts.get(0).present()).isFalse();
        assertThat(contacts.get(1).present()).isTrue();
    }

    @Test
    void aChangedContactTouchesThePersonAndBothMembersOfStaff() {
        ledger.store(changes(person("1", NUMBER), staff("9", STAFF), staff("10", OTHER)));
        ledger.store(changes(contact("5", NUMBER, STAFF)));

        FactStore.Stored stored = ledger.store(changes(contact("5", NUMBER, OTHER)));

        assertThat(stored.subjects()).contains(PERSON, SubjectIds.of("0127", source("personnel", "10")));
    }

    @Test
    void aSecondClientWithTheSameNumberIsHeldAndTheFirstStays() {
        ledger.store(changes(person("1", NUMBER)));

        ledger.store(changes(person("2", NUMBER)));

        assertThat(ledger.held.list()).singleElement().satisfies(item -> {
            assertThat(item.what().source()).isEqualTo("lifecare/clients/2");
            assertThat(item.what().reason()).isEqualTo(Reason.DUPLICATE_PERSON);
        });
        assertThat(ledger.subjects.resolve("0127", Set.of(TestFacts.number(NUMBER))))
                .containsValue(PERSON);
    }

    @Test
    void aNumberMovesToTheNewClientOnceTheOldOneIsGone() {
        ledger.store(changes(person("1", NUMBER)));
        ledger.store(gone(source("clients", "1")));

        ledger.store(changes(person("2", NUMBER)));

        assertThat(ledger.subjects.resolve("0127", Set.of(TestFacts.number(NUMBER))))
                .containsValue(SubjectIds.of("0127", source("clients", "2")));
        assertThat(ledger.held.list()).isEmpty();
    }

    @Test
    void aFormerNumberIsDatedAndStillFindsThePerson() {
        ledger.store(changes(person("1", "196109732393"), plan("7", "196109732393", DAY)));

        ledger.store(changes(person("1", NUMBER)));

        assertThat(ledger.read(PERSON).of(Plan.class)).hasSize(1);
        assertThat(ledger.jdbc.queryForObject(
                        "select count(*) from subject_key where until is not null", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsHeldWithItsOriginalUntilItIsMended() {
        Problem problem = new Problem(Reason.NOT_A_DATE, "EstablishedDate", "12 characters", "a date");
        Observation unreadable = new Observation.Unreadable(
                source("service_plans", "7"), Optional.empty(), "{\"Id\":7}", List.of(problem));
        ledger.store(new Observations(List.of(unreadable), new Coverage.Changes(TestFacts.WATERMARK)));

        assertThat(ledger.held.list())
                .singleElement()
                .satisfies(item -> assertThat(item.what().original()).isEqualTo("{\"Id\":7}"));

        ledger.store(changes(plan("7", NUMBER, DAY)));
        assertThat(ledger.held.list()).isEmpty();
    }

    @Test
    void aDiscardedItemComesBackOnlyWhenItChanges() {
        ledger.store(unreadable("{\"Id\":7}"));
        ledger.held.discard(ledger.held.list().get(0).id(), "operator", "a test record");

        ledger.store(unreadable("{\"Id\":7}"));
        assertThat(ledger.held.list()).isEmpty();

        ledger.store(unreadable("{\"Id\":7,\"EstablishedDate\":\"x\"}"));
        assertThat(ledger.held.list()).hasSize(1);
    }

    @Test
    void aFactOfNobodyIsHeldOnceAndMendedWhenItsPersonComes() {
        ledger.store(changes(plan("7", NUMBER, DAY), contact("5", NUMBER, STAFF)));
        ledger.orphans.sweep("0127", Duration.ZERO);

        assertThat(ledger.held.list())
                .extracting(item ->
                        item.what().source() + " " + item.what().reason().code())
                .contains("lifecare/service_plans/7 unknown-person");

        ledger.store(changes(person("1", NUMBER), staff("9", STAFF)));
        ledger.orphans.sweep("0127", Duration.ZERO);
        assertThat(ledger.held.list()).isEmpty();
    }

    @Test
    void aFactOfNobodyThatIsReadAgainIsTheSameHeldItem() {
        ledger.store(changes(plan("7", NUMBER, DAY)));
        ledger.orphans.sweep("0127", Duration.ZERO);
        long first = ledger.held.list().get(0).id();

        ledger.store(changes(plan("7", NUMBER, DAY)));
        ledger.orphans.sweep("0127", Duration.ZERO);

        assertThat(ledger.held.list()).extracting(HeldItem::id).containsExactly(first);
    }

    @Test
    void aRecordThatNoLongerSaysAnythingOfInterestIsOver() {
        ledger.store(changes(person("1", NUMBER), plan("7", NUMBER, DAY)));

        ledger.store(new Observations(
                List.of(new Observation.Read(source("service_plans", "7"), List.of(), List.of())),
                new Coverage.Changes(TestFacts.WATERMARK)));

        assertThat(present()).isZero();
    }

    @Test
    void whatAWholeReadingDoesNotFindWrongAgainIsHeldNoLonger() {
        ledger.store(unreadable("{\"Id\":7}"));

        ledger.store(complete("service_plans", List.of()));

        assertThat(ledger.held.list()).isEmpty();
    }

    private static Observations unreadable(String original) {
        Problem problem = new Problem(Reason.NOT_A_DATE, "EstablishedDate", "12 characters", "a date");
        return new Observations(
                List.of(new Observation.Unreadable(
                        source("service_plans", "7"), Optional.empty(), original, List.of(problem))),
                new Coverage.Changes(TestFacts.WATERMARK));
    }

    private long present() {
        return ledger.read(PERSON).of(Plan.class).filter(KeptFact::present).count();
    }

    private static List<Fact> plans(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> plan(String.valueOf(i), NUMBER, DAY.plusDays(i)))
                .toList());
    }
}
