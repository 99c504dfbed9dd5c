package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.refused;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.stored;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PATIENT;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PLAN;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.TEAM;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.plan;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.uncertain;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.RecipientUnavailable;

class UncertainDeliveryTest {
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void whatArrivedAlthoughTheAnswerWasLostIsNotWrittenAgain() throws Exception {
        loseTheAnswer(first(team("one")), first(plan("one")));

        Receipt receipt = bench.deliver(uncertain(patient()), uncertain(team("one")), uncertain(plan("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/p1");
        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
        assertThat(stored(receipt, PLAN).version()).isEqualTo("1");
        assertThat(bench.fhir.transactions()).isEmpty();
    }

    @Test
    void whatDidNotArriveIsWritten() throws Exception {
        Receipt receipt = bench.deliver(uncertain(patient()), uncertain(team("one")));

        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
        assertThat(bench.fhir.transactions()).hasSize(1);
    }

    @Test
    void ourOwnOlderContentIsWrittenOverWhenTheRecordHasChangedSince() throws Exception {
        loseTheAnswer(first(team("one")));

        Receipt receipt = bench.deliver(uncertain(patient()), uncertain(team("two")));

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

    @Test
    void whatSomebodyElseAlteredSinceIsNotWrittenOver() throws Exception {
        loseTheAnswer(first(team("one")));
        CareTeam altered = (CareTeam) bench.fhir.store.get(TEAM).orElseThrow();
        bench.fhir.store.put(altered.setName("altered by hand"));

        Receipt receipt = bench.deliver(uncertain(patient()), uncertain(team("two")));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.CHANGED_AT_RECIPIENT);
        assertThat(bench.fhir.transactions()).isEmpty();
    }

    @Test
    void aChangeThatDidNotArriveIsWrittenOverTheVersionBefore() throws Exception {
        bench.deliver(first(patient()), first(team("one")));

        Receipt receipt = bench.deliver(uncertain(patient()), new Parcel.Write(team("two"), Optional.of("1"), true));

        assertThat(stored(receipt, TEAM).version()).isEqualTo("2");
    }

    private void loseTheAnswer(Parcel.Write... writes) throws Exception {
        bench.deliver(first(patient()));
        bench.fhir.silentAfterStoring = true;
        // The patient is known here, so that the transaction is the only request whose answer is lost.
        assertThatThrownBy(() -> bench.deliver(true, Map.of(PATIENT, "Patient/p1"), writes))
                .isInstanceOf(RecipientUnavailable.class)
                .hasMessage("broke off the connection");
        bench.fhir.silentAfterStoring = false;
        bench.fhir.requests.clear();
    }
}
