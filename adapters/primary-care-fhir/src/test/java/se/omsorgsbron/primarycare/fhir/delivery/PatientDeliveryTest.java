package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.refused;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.stored;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PATIENT;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PLAN;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.TEAM;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.plan;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.theirs;

import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

class PatientDeliveryTest {
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
    void aPersonWhomPrimaryCareDoesNotKnowIsCreatedInTheSameTransaction() throws Exception {
        Receipt receipt = bench.deliver(first(patient()), first(team("one")), first(plan("one")));

        assertThat(bench.fhir.transactions()).hasSize(1);
        assertThat(stored(receipt, PATIENT).location()).contains("Patient/p1");
        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
        assertThat(stored(receipt, PLAN).location()).isEmpty();
        assertThat(subjectOfTeam()).isEqualTo("Patient/p1");
    }

    @Test
    void thePlaceholderIdOfTheBridgeIsNoPatientAtTheServer() throws Exception {
        bench.deliver(first(patient()), first(team("one")));

        assertThat(bench.fhir.store.keys()).containsExactlyInAnyOrder("Patient/p1", TEAM);
    }

    @Test
    void aPatientOfPrimaryCareIsFoundAndNeverWritten() throws Exception {
        bench.fhir.store.put(theirs("theirs"));

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/theirs");
        assertThat(stored(receipt, PATIENT).version()).isEqualTo("1");
        assertThat(subjectOfTeam()).isEqualTo("Patient/theirs");
        assertThat(bench.fhir.transactions().get(0).entries()).containsExactly("PUT " + TEAM);
    }

    @Test
    void whereThePatientIsKnownFromBeforeNothingIsSearched() throws Exception {
        bench.fhir.store.put(theirs("theirs"));

        bench.deliver(true, Map.of(PATIENT, "Patient/theirs"), first(team("one")));

        assertThat(bench.fhir.requests).hasSize(1);
        assertThat(subjectOfTeam()).isEqualTo("Patient/theirs");
    }

    @Test
    void withoutLeaveToCreateNothingOfAnUnknownPersonIsSent() throws Exception {
        Receipt receipt = bench.deliver(false, Map.of(), first(patient()), first(team("one")));

        assertThat(refused(receipt, PATIENT).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
        assertThat(refused(receipt, TEAM).field()).isEqualTo(PATIENT);
        assertThat(bench.fhir.transactions()).isEmpty();
    }

    @Test
    void twoPatientsWithTheNumberAreForPrimaryCareToMerge() throws Exception {
        bench.fhir.store.put(theirs("one"));
        bench.fhir.store.put(theirs("two"));

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(refused(receipt, PATIENT).reason()).isEqualTo(Reason.AMBIGUOUS_PATIENT);
        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.AMBIGUOUS_PATIENT);
        assertThat(bench.fhir.transactions()).isEmpty();
    }

    @Test
    void aMergedPatientLeadsToTheOneThatReplacedIt() throws Exception {
        bench.fhir.store.put(theirs("kept"));
        Patient merged = theirs("merged");
        merged.setActive(false);
        merged.addLink().setType(Patient.LinkType.REPLACEDBY).setOther(new Reference("Patient/kept"));
        bench.fhir.store.put(merged);

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/kept");
    }

    @Test
    void aPatientMergedIntoOneThatIsNotThereGetsNothingAndNoTwin() throws Exception {
        Patient merged = theirs("merged");
        merged.addLink().setType(Patient.LinkType.REPLACEDBY).setOther(new Reference("Patient/gone"));
        bench.fhir.store.put(merged);

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(refused(receipt, PATIENT).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
        assertThat(refused(receipt, PATIENT).found()).contains("merged into one that is not there");
        assertThat(bench.fhir.transactions()).isEmpty();
    }

    @Test
    void ofSeveralPatientsTheInactiveOnesDoNotCount() throws Exception {
        bench.fhir.store.put(theirs("old").setActive(false));
        bench.fhir.store.put(theirs("current"));

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/current");
    }

    @Test
    void anInactivePatientIsTakenWhereThereIsNoOther() throws Exception {
        bench.fhir.store.put(theirs("not-seen-for-long").setActive(false));

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/not-seen-for-long");
    }

    @Test
    void aPersonWhoseNumberChangedStaysTheSamePatient() throws Exception {
        Patient withOldNumber = theirs("theirs");
        withOldNumber.getIdentifierFirstRep().setValue("another number");
        bench.fhir.store.put(withOldNumber);

        Receipt receipt = bench.deliver(true, Map.of(PATIENT, "Patient/theirs"), first(patient()), first(team("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/theirs");
        assertThat(bench.fhir.store.keys()).containsExactlyInAnyOrder("Patient/theirs", TEAM);
    }

    @Test
    void aPatientCreatedMeanwhileBySomebodyElseIsTaken() throws Exception {
        bench.deliver(first(patient()));
        bench.fhir.requests.clear();

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(stored(receipt, PATIENT).location()).contains("Patient/p1");
        assertThat(bench.fhir.store.keys()).containsExactlyInAnyOrder("Patient/p1", TEAM);
    }

    @Test
    void itemsWhosePatientHasNoKnownPlaceAreNotSent() throws Exception {
        Receipt receipt = bench.deliver(first(team("one")));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
        assertThat(bench.fhir.requests).isEmpty();
    }

    @Test
    void aServerThatAnswersWithEverybodyFindsNobody() throws Exception {
        Bundle everybody = new Bundle();
        Patient other = new Patient();
        other.setId("other");
        everybody.addEntry().setResource(other);
        bench.answers(FhirStandIn.Reply.of(200, everybody));

        Receipt receipt = bench.deliver(false, Map.of(), first(patient()));

        assertThat(refused(receipt, PATIENT).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
    }

    private String subjectOfTeam() {
        return ((CareTeam) bench.fhir.store.get(TEAM).orElseThrow())
                .getSubject()
                .getReference();
    }
}
