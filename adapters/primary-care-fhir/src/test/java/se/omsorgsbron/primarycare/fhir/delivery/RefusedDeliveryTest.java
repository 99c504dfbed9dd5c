package se.omsorgsbron.primarycare.fhir.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.refused;
import static se.omsorgsbron.primarycare.fhir.delivery.Bench.stored;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PATIENT;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.PLAN;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.RELATIVE;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.TEAM;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.again;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.first;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.note;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.noteKey;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.patient;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.plan;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.relative;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.team;
import static se.omsorgsbron.primarycare.fhir.delivery.Things.teamWithRelative;

import java.util.Map;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;

class RefusedDeliveryTest {
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
    void oneBadNoteNeverBlocksAContact() throws Exception {
        bench.fhir.store.refuses = resource -> isNote(resource, 1);

        Receipt receipt = bench.deliver(
                first(patient()),
                first(team("one")),
                first(note(1, Concept.NOTES, "bad")),
                first(note(2, Concept.NOTES, "good")));

        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
        assertThat(stored(receipt, noteKey(2)).version()).isEqualTo("1");
        assertThat(refused(receipt, noteKey(1)).reason()).isEqualTo(Reason.REFUSED_BY_RECIPIENT);
    }

    @Test
    void risksGoBeforeContactsPlansAndNotesWhenABundleIsSplit() throws Exception {
        bench.fhir.store.refuses = resource -> isNote(resource, 1);

        bench.deliver(
                first(note(1, Concept.NOTES, "bad")),
                first(plan("one")),
                first(team("one")),
                first(note(2, Concept.RISK, "risk")),
                first(patient()));

        assertThat(bench.fhir.transactions().stream()
                        .map(request -> request.entries().get(0)))
                .containsExactly(
                        "POST Patient",
                        "POST Patient",
                        "PUT " + noteKey(2),
                        "PUT " + TEAM,
                        "PUT " + PLAN,
                        "PUT " + noteKey(1));
    }

    @Test
    void oneBadNoteAmongAHundredIsFoundWithFewRequests() throws Exception {
        bench.fhir.store.put(Things.theirs("p1"));
        bench.fhir.store.refuses = resource -> isNote(resource, 37);
        Parcel.Write[] notes = IntStream.range(0, 100)
                .mapToObj(number -> first(note(number, Concept.NOTES, "text")))
                .toArray(Parcel.Write[]::new);

        Receipt receipt = bench.deliver(true, Map.of(PATIENT, "Patient/p1"), notes);

        assertThat(receipt.outcomes()).hasSize(100);
        assertThat(receipt.outcomes().values().stream().filter(Outcome.Refused.class::isInstance))
                .hasSize(1);
        assertThat(bench.fhir.transactions()).hasSizeLessThan(20);
    }

    @Test
    void aRefusalSaysStatusAndCodeAndNothingOfTheContent() throws Exception {
        bench.fhir.store.refuses = resource -> isNote(resource, 1);

        Receipt receipt = bench.deliver(first(patient()), first(note(1, Concept.NOTES, "secret words")));

        Problem problem = refused(receipt, noteKey(1));
        assertThat(problem.found()).isEqualTo("status 422, issue invariant");
        assertThat(problem.field()).isEqualTo("Bundle.entry[0].resource");
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void whatNeedsARefusedItemIsNotSentAndSaysWhy() throws Exception {
        bench.fhir.store.refuses = RelatedPerson.class::isInstance;

        Receipt receipt = bench.deliver(
                first(patient()), first(teamWithRelative("one")), first(relative("Fiktiv")), first(plan("one")));

        assertThat(refused(receipt, RELATIVE).found()).startsWith("status 422");
        assertThat(refused(receipt, TEAM).field()).isEqualTo(RELATIVE);
        assertThat(refused(receipt, TEAM).found()).isEqualTo("an item that the recipient does not hold");
        assertThat(stored(receipt, PLAN).version()).isEqualTo("1");
    }

    @Test
    void whatNeedsAnItemOfWhichOnlyTheChangeWasRefusedIsSent() throws Exception {
        bench.deliver(first(patient()), first(relative("Fiktiv")));
        bench.fhir.store.refuses = RelatedPerson.class::isInstance;

        Receipt receipt = bench.deliver(
                true, Map.of(PATIENT, "Patient/p1"), again(relative("Ny"), "1"), first(teamWithRelative("one")));

        assertThat(refused(receipt, RELATIVE).reason()).isEqualTo(Reason.REFUSED_BY_RECIPIENT);
        assertThat(stored(receipt, TEAM).version()).isEqualTo("1");
    }

    @Test
    void aRefusedPatientTakesEverythingOfThePersonWithIt() throws Exception {
        bench.fhir.store.refuses = Patient.class::isInstance;

        Receipt receipt = bench.deliver(first(patient()), first(team("one")));

        assertThat(refused(receipt, PATIENT).reason()).isEqualTo(Reason.REFUSED_BY_RECIPIENT);
        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.REFUSED_BY_RECIPIENT);
        assertThat(bench.fhir.store.keys()).isEmpty();
    }

    @Test
    void aForbiddenTypeIsRefusedAloneWhenTheServerItselfSaysSo() throws Exception {
        bench.deliver(first(patient()));
        bench.answers(Bench.refusal(403));

        Receipt receipt = bench.deliver(true, Map.of(PATIENT, "Patient/p1"), first(team("one")));

        assertThat(refused(receipt, TEAM).found()).isEqualTo("status 403, issue forbidden");
    }

    @Test
    void aPatientWhoWasDeletedAtTheRecipientIsTheReasonThatIsGiven() throws Exception {
        Receipt receipt = bench.deliver(true, Map.of(PATIENT, "Patient/gone"), first(team("one")), first(plan("one")));

        assertThat(refused(receipt, TEAM).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
        assertThat(refused(receipt, PLAN).reason()).isEqualTo(Reason.PATIENT_NOT_FOUND);
        assertThat(refused(receipt, PLAN).field()).isEqualTo(PATIENT);
        assertThat(bench.fhir.transactions()).hasSize(1);
    }

    private static boolean isNote(Resource resource, int number) {
        return noteKey(number).endsWith("/" + resource.getIdElement().getIdPart());
    }
}
