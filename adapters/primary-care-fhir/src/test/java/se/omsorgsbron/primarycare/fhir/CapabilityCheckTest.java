package se.omsorgsbron.primarycare.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

class CapabilityCheckTest {
    private FhirStandIn fhir;
    private CapabilityStatementRestComponent rest;

    @BeforeEach
    void start() throws Exception {
        fhir = new FhirStandIn();
        fhir.metadata = new CapabilityStatement().setFhirVersion(FHIRVersion._4_0_1);
        rest = fhir.metadata.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        for (String type : List.of(
                "Organization",
                "Practitioner",
                "PractitionerRole",
                "RelatedPerson",
                "CareTeam",
                "CarePlan",
                "Communication",
                "Patient")) {
            CapabilityStatementRestResourceComponent resource = rest.addResource();
            resource.setType(type).setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
            resource.addInteraction().setCode(TypeRestfulInteraction.READ);
            resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
            resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
            resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        }
    }

    @AfterEach
    void stop() {
        fhir.close();
    }

    @Test
    void aServerThatTakesEverythingGivesNoFinding() {
        assertThat(findings(true)).isEmpty();
    }

    @Test
    void aTypeThatTheServerDoesNotTakeIsNamed() {
        rest.getResource().removeIf(resource -> resource.getType().equals("CareTeam"));

        assertThat(findings(true))
                .containsExactly("primary-care of 0127 does not take CareTeam; items that hold one will be refused.");
    }

    @Test
    void anInteractionThatTheServerLacksIsNamed() {
        resource("CarePlan").getInteraction().removeIf(i -> i.getCode() == TypeRestfulInteraction.UPDATE);

        assertThat(findings(true)).containsExactly("primary-care of 0127 does not offer update for CarePlan.");
    }

    @Test
    void creatingPatientsMattersOnlyWhereItIsConfigured() {
        resource("Patient").getInteraction().removeIf(i -> i.getCode() == TypeRestfulInteraction.CREATE);

        assertThat(findings(false)).isEmpty();
        assertThat(findings(true)).containsExactly("primary-care of 0127 does not offer create for Patient.");
    }

    @Test
    void aServerWithoutTransactionsIsTold() {
        rest.getInteraction().clear();

        assertThat(findings(true)).singleElement().asString().contains("takes no transactions");
    }

    @Test
    void aServerThatDoesNotHeedVersionsIsTold() {
        resource("Communication").setVersioning(ResourceVersionPolicy.NOVERSION);

        assertThat(findings(true)).singleElement().asString().contains("If-Match for Communication");
    }

    @Test
    void aServerThatChoosesEveryIdItselfIsTold() {
        resource("CareTeam").setUpdateCreate(false);

        assertThat(findings(true)).singleElement().asString().contains("choose the id of a CareTeam");
    }

    @Test
    void aServerOfAnotherReleaseIsTold() {
        fhir.metadata.setFhirVersion(FHIRVersion._3_0_1);

        assertThat(findings(true)).singleElement().asString().contains("speaks FHIR 3.0.1");
    }

    @Test
    void aServerThatIsDownIsAFindingAndNoException() {
        fhir.close();

        assertThat(findings(true))
                .containsExactly("primary-care of 0127 could not be asked what it takes: the server refused the"
                        + " connection. The bridge tries to deliver anyway.");
    }

    private CapabilityStatementRestResourceComponent resource(String type) {
        return rest.getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private List<String> findings(boolean createPatients) {
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                "primary-care",
                "0127",
                fhir.base(),
                createPatients,
                Duration.ofSeconds(10),
                Map.of(),
                Optional.empty());
        return new CapabilityCheck(configuration, FhirClients.create(configuration)).findings();
    }
}
