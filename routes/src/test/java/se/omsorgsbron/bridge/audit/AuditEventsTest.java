package se.omsorgsbron.bridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.fhir.mapping.FhirIds;

/** BALP's rules for Privacy Disclosure at Source, one by one, as its guide has them; and R4's own. */
class AuditEventsTest {
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final Instant AT = Instant.parse("2026-11-25T12:00:00.123456Z");
    private static final String ID = UUID.randomUUID().toString();
    private final AuditEvent event = event(AuditTrailTest.disclosure(TestFacts.PERSON, "CareTeam/1"));

    /** Strictly: what R4 does not know is an error. */
    private static AuditEvent event(AuditRecord record) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AuditEvent.class, AuditEvents.json(record, AT, ID));
    }

    private static boolean is(Coding coding, String system, String code) {
        return system.equals(coding.getSystem()) && code.equals(coding.getCode());
    }

    private AuditEventAgentComponent agent(String role) {
        return event.getAgent().stream()
                .filter(agent -> is(agent.getType().getCodingFirstRep(), DICOM, role))
                .findFirst()
                .orElseThrow();
    }

    private List<AuditEventEntityComponent> entities(String system, String code) {
        return event.getEntity().stream()
                .filter(entity -> is(entity.getType(), system, code))
                .toList();
    }

    @Test
    void itClaimsTheProfile() {
        assertThat(event.getMeta().getProfile().get(0).getValue())
                .isEqualTo(
                        "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source");
    }

    @Test
    void theTypeIsExportAndTheSubtypeDisclose() {
        assertThat(is(event.getType(), DICOM, "110106")).isTrue();
        assertThat(event.getSubtype())
                .anyMatch(code -> is(code, "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose"));
    }

    @Test
    void theActionIsReadAndTheOutcomeAndTimeAreSaid() {
        assertThat(event.getAction()).isEqualTo(AuditEventAction.R);
        assertThat(event.getOutcome()).isEqualTo(AuditEvent.AuditEventOutcome._0);
        assertThat(event.getRecordedElement().getValueAsString()).isEqualTo(AT.toString());
    }

    @Test
    void theSourceIsAnAgentWhoIsKnownAndHasAnAddress() {
        AuditEventAgentComponent source = agent("110153");

        assertThat(source.getWho().isEmpty()).isFalse();
        assertThat(source.getNetwork().getAddress()).isNotBlank();
        assertThat(source.getNetwork().getType()).isEqualTo(AuditEventAgentNetworkType._1);
    }

    @Test
    void theDestinationIsAnAgentWhoIsKnownAndHasAnAddress() {
        AuditEventAgentComponent destination = agent("110152");

        assertThat(destination.getWho().getDisplay()).isEqualTo("primary-care");
        assertThat(destination.getNetwork().getAddress()).isEqualTo("https://fhir.example.org/r4");
        assertThat(destination.getNetwork().getType()).isEqualTo(AuditEventAgentNetworkType._5);
    }

    @Test
    void itIsSaidOfEachAgentWhetherItAskedAndOneDid() {
        assertThat(event.getAgent()).hasSize(2).allMatch(AuditEventAgentComponent::hasRequestor);
        assertThat(event.getAgent())
                .filteredOn(AuditEventAgentComponent::getRequestor)
                .hasSize(1);
    }

    @Test
    void theObserverIsNamed() {
        assertThat(event.getSource().getObserver().getDisplay()).isEqualTo("Omsorgsbron");
        assertThat(event.getSource().getSite()).isEqualTo("0127");
    }

    @Test
    void thePatientIsOneEntityWithTheRolePatient() {
        assertThat(entities(ENTITY, "1")).singleElement().satisfies(patient -> {
            assertThat(is(patient.getRole(), ROLE, "1")).isTrue();
            assertThat(patient.getWhat().getReference()).isEqualTo("Patient/" + FhirIds.patient(TestFacts.PERSON));
        });
    }

    @Test
    void theDataAreEntitiesWithTheGroundsOfTheirDisclosure() {
        assertThat(entities(ENTITY, "2")).singleElement().satisfies(data -> {
            assertThat(is(data.getRole(), ROLE, "4")).isTrue();
            assertThat(data.getWhat().getReference()).isEqualTo("CareTeam/1");
            assertThat(data.getDetailFirstRep().getType()).isEqualTo("ground");
            assertThat(data.getDetailFirstRep().getValueStringType().getValue()).startsWith("contacts: consent");
        });
    }

    @Test
    void theTransactionIsAnEntityWithTheRequestsId() {
        assertThat(entities("https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "XrequestId"))
                .singleElement()
                .satisfies(transaction -> assertThat(
                                transaction.getWhat().getIdentifier().getValue())
                        .isEqualTo(ID));
        assertThat(event.getIdElement().getIdPart()).isEqualTo(ID);
    }

    @Test
    void whatIsNobodysDisclosureClaimsNoProfile() {
        AuditEvent staff = event(new AuditRecord(
                Action.DISCLOSURE,
                "0127",
                Optional.empty(),
                AuditTrail.BRIDGE,
                Optional.of(new AuditRecord.Recipient("primary-care", "https://fhir.example.org/r4")),
                List.of(new DataObject("Practitioner/1", false, List.of())),
                Outcome.SUCCESS,
                ""));

        assertThat(staff.getMeta().hasProfile()).isFalse();
    }

    @Test
    void everyActionIsAnEventThatR4Knows() {
        for (Action action : Action.values()) {
            AuditEvent each = event(AuditRecord.byOperator(
                    action,
                    "0127",
                    Optional.empty(),
                    "anna",
                    List.of(new DataObject("HeldItem/1", false, List.of())),
                    "why"));

            assertThat(each.hasType()).isTrue();
            assertThat(each.hasRecorded()).isTrue();
            assertThat(each.getSource().hasObserver()).isTrue();
            assertThat(each.getOutcomeDesc()).isEqualTo("why");
            assertThat(each.getAgent())
                    .filteredOn(AuditEventAgentComponent::getRequestor)
                    .singleElement()
                    .satisfies(operator ->
                            assertThat(operator.getWho().getDisplay()).isEqualTo("anna"));
        }
    }
}
