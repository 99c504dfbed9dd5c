package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.refused;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.stored;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PATIENT;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PLAN;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.TEAM;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.again;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.plan;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;

import java.util.Map;
import org.hl7.fhir.r4.model.CareTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;

class ChangedAtRecipientTest {
    private static final Map<String, String> KNOWN = Map.of(PATIENT, "Patient/p1");

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
        bench.deliver(first(patient()), first(team("one")), first(plan("one")));
        bench.fhir.requests.clear();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aChangeIsWrittenOverTheVersionThatTheBridgeWroteLast() throws Exception {
        Receipt receipt = deliver(again(team("two"), "1"));

        assertThat(stored(receipt, TEAM).version()).isEqualTo("2");
        assertThat(bench.fhir
                        .transactions()
                        .get(0)
                        .bundle()
                        .getEntryFirstRep()
                        .getRequest()
                        .getIfMatch())
                .isEqualTo("W/\"1\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void whatSomebodyElseChangedStaysAndTheRestIsDelivered(int status) throws Exception {
        bench.fhir.store.staleStatus = status;
        alterTeam("altered by hand");

        Receipt receipt = deliver(again(team("two"), "1"), again(plan("two"), "1"));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.CHANGED_AT_RECIPIENT);
        assertThat(refused(receipt, TEAM).found()).isEqualTo("content that the bridge did not write");
        assertThat(stored(receipt, PLAN).version()).isEqualTo("2");
        assertThat(nameOfTeam()).isEqualTo("altered by hand");
    }

    @Test
    void whatSomebodyElseChangedToTheVeryContentThatWeHaveIsStored() throws Exception {
        alterTeam("two");

        Receipt receipt = deliver(again(team("two"), "1"));

        assertThat(stored(receipt, TEAM).version()).isEqualTo("2");
        assertThat(bench.fhir.transactions()).hasSize(1);
    }

    @Test
    void aPausedWorkerDoesNotWriteOverWhatItsSuccessorWrote() throws Exception {
        deliver(again(team("newer"), "1"));

        Receipt receipt = deliver(again(team("older"), "1"));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.CHANGED_AT_RECIPIENT);
        assertThat(refused(receipt, TEAM).found()).contains("a bridge wrote");
        assertThat(nameOfTeam()).isEqualTo("newer");
    }

    @Test
    void whatSomebodyElseDeletedIsNotWrittenAnew() throws Exception {
        bench.fhir.store.delete(TEAM);

        Receipt receipt = deliver(again(team("two"), "1"), again(plan("two"), "1"));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.CHANGED_AT_RECIPIENT);
        assertThat(refused(receipt, TEAM).found()).contains("deleted");
        assertThat(stored(receipt, PLAN).version()).isEqualTo("2");
        assertThat(bench.fhir.store.get(TEAM)).isEmpty();
    }

    @Test
    void aPassingConflictIsTriedOnceMore() throws Exception {
        bench.fhir.store.passingConflicts = 1;

        Receipt receipt = deliver(again(team("two"), "1"), again(plan("two"), "1"));

        assertThat(stored(receipt, TEAM).version()).isEqualTo("2");
        assertThat(stored(receipt, PLAN).version()).isEqualTo("2");
        assertThat(bench.fhir.transactions()).hasSize(2);
    }

    @Test
    void aConflictThatDoesNotPassBlocksNobodyElse() throws Exception {
        bench.fhir.store.passingConflicts = 4;

        Receipt receipt = deliver(again(team("two"), "1"), again(plan("two"), "1"));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.REFUSED_BY_RECIPIENT);
        assertThat(refused(receipt, TEAM).found()).isEqualTo("status 409");
        assertThat(stored(receipt, PLAN).version()).isEqualTo("2");
    }

    private Receipt deliver(Parcel.Write... writes) throws Exception {
        return bench.deliver(true, KNOWN, writes);
    }

    private void alterTeam(String name) {
        CareTeam team = (CareTeam) bench.fhir.store.get(TEAM).orElseThrow();
        bench.fhir.store.put(team.setName(name));
    }

    private String nameOfTeam() {
        return ((CareTeam) bench.fhir.store.get(TEAM).orElseThrow()).getName();
    }
}
