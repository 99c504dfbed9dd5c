package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.stored;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PATIENT;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.TEAM;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.again;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patientHidden;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.theirs;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.uncertain;

import java.util.Map;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Receipt;

/** A person becomes protected whose patient the bridge created: the name that it told is told no longer. */
class ReplacedPatientTest {
    private static final Map<String, String> WHERE = Map.of(PATIENT, "Patient/p1");

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private String family(String location) {
        return ((Patient) bench.fhir.store.get(location).orElseThrow())
                .getNameFirstRep()
                .getFamily();
    }

    @Test
    void whatTheBridgeCreatedIsReplacedWhereItIs() throws Exception {
        bench.deliver(first(patient()), first(team("one")));

        Receipt receipt = bench.deliver(true, WHERE, again(patientHidden(), "1"), again(team("two"), "1"));

        assertThat(family("Patient/p1")).isEqualTo("Skyddad uppgift");
        assertThat(stored(receipt, PATIENT).version()).isEqualTo("2");
        assertThat(stored(receipt, PATIENT).location()).contains("Patient/p1");
        assertThat(stored(receipt, TEAM).version()).isEqualTo("2");
        assertThat(bench.fhir.store.keys()).containsExactlyInAnyOrder("Patient/p1", TEAM);
    }

    @Test
    void thatIsDoneOnceHoweverOftenItIsAsked() throws Exception {
        bench.deliver(first(patient()), first(team("one")));
        bench.deliver(true, WHERE, again(patientHidden(), "1"));

        Receipt receipt = bench.deliver(true, WHERE, uncertain(patientHidden()));

        assertThat(stored(receipt, PATIENT).version()).isEqualTo("2");
        assertThat(bench.fhir.transactions()).hasSize(2);
    }

    @Test
    void aPatientOfPrimaryCareIsNotWritten() throws Exception {
        Patient known = theirs("theirs");
        known.addName().setFamily("Fiktivsson");
        bench.fhir.store.put(known);

        Receipt receipt =
                bench.deliver(true, Map.of(PATIENT, "Patient/theirs"), again(patientHidden(), "1"), first(team("one")));

        assertThat(family("Patient/theirs")).isEqualTo("Fiktivsson");
        assertThat(stored(receipt, PATIENT).version()).isEqualTo("1");
        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
    }

    @Test
    void onceSomebodyAtPrimaryCareHasChangedItItIsTheirs() throws Exception {
        bench.deliver(first(patient()), first(team("one")));
        Patient changed =
                (Patient) bench.fhir.store.get("Patient/p1").orElseThrow().copy();
        changed.addAddress().setCity("Tumba");
        bench.fhir.store.put(changed);

        bench.deliver(true, WHERE, again(patientHidden(), "1"));

        assertThat(family("Patient/p1")).isEqualTo("Fiktivsson");
    }

    @Test
    void onePatientWhoseCreationGotNoAnswerIsFoundAndReplaced() throws Exception {
        bench.deliver(first(patient()), first(team("one")));

        Receipt receipt = bench.deliver(uncertain(patientHidden()), uncertain(team("one")));

        assertThat(family("Patient/p1")).isEqualTo("Skyddad uppgift");
        assertThat(stored(receipt, PATIENT).location()).contains("Patient/p1");
    }

    @Test
    void whereItIsGoneItIsCreatedWithoutTheName() throws Exception {
        bench.deliver(true, WHERE, again(patientHidden(), "1"), first(team("one")));

        assertThat(family("Patient/p1")).isEqualTo("Skyddad uppgift");
        assertThat(bench.fhir.store.keys()).hasSize(2);
    }
}
