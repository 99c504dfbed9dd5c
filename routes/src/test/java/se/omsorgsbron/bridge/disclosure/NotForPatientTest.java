package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.api.domain.RecordedGround.Kind.CONSENT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NotForPatient;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/** What is not for the person's eyes is labelled so at the recipient, at once when it is said later. */
class NotForPatientTest {
    private static final String RECIPIENT = "primary-care";
    private static final String TABLE = """
            recipient;concept;part;ground;decision;days
            primary-care;plans;all;consent;;
            primary-care;notes;all;consent;;
            """;

    @Test
    void oneNoteIsLabelledAndThenEverythingAheadOfOtherWork() throws Exception {
        Situation consented = new Situation("consent", List.of(Grounds.ground(CONSENT, -9)), List.of(), true);
        MatrixPerson person = new MatrixPerson(1, ProtectedIdentity.NONE, consented);
        DisclosurePolicy policy = new DisclosurePolicy(
                DisclosureTableFile.parse("test", TABLE.getBytes(StandardCharsets.UTF_8))
                        .table(),
                RECIPIENT,
                OperatedBy.REGION);
        try (FhirStandIn fhir = new FhirStandIn();
                TestRecipients recipients = new TestRecipients();
                TestDeliveries deliveries = new TestDeliveries(
                        List.of(TestDeliveries.channel(recipients.recipient(RECIPIENT, fhir), policy)),
                        recipients.template)) {
            deliveries.store(person.facts());
            deliveries.store(
                    List.of(person.about("one", new NotForPatient(Optional.of(TestFacts.source("risk", "risk1"))))));
            deliveries.workOff(RECIPIENT, 1);

            assertThat(labelled(fhir))
                    .singleElement()
                    .satisfies(note -> assertThat(((Communication) note)
                                    .getCategoryFirstRep()
                                    .getCodingFirstRep()
                                    .getCode())
                            .isEqualTo("risk"));

            deliveries.store(List.of(person.about("all", new NotForPatient(Optional.empty()))));
            assertThat(deliveries.urgent(RECIPIENT).stream().map(WorkKey::subject))
                    .containsExactly(TestFacts.subject("clients", "1"));
            deliveries.workOff(RECIPIENT);

            assertThat(labelled(fhir))
                    .hasSameSizeAs(documents(fhir))
                    .hasAtLeastOneElementOfType(CarePlan.class)
                    .hasSizeGreaterThan(5);
        }
    }

    private static List<Resource> labelled(FhirStandIn fhir) {
        return documents(fhir).stream()
                .filter(resource -> resource.getMeta().getSecurity().stream()
                        .anyMatch(label -> label.getCode().equals("NOPATIENT")))
                .toList();
    }

    private static List<Resource> documents(FhirStandIn fhir) {
        return fhir.store.keys().stream()
                .flatMap(key -> fhir.store.get(key).stream())
                .filter(resource -> resource instanceof Communication || resource instanceof CarePlan)
                .toList();
    }
}
