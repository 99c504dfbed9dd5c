package se.omsorgsbron.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The base definitions")
class BaseDefinitionsTest {
    private static final DefaultProfileValidationSupport HAPI = new DefaultProfileValidationSupport(Validators.FHIR);

    private final BaseDefinitions ours = new BaseDefinitions(Validators.FHIR);

    @EnabledIfSystemProperty(
            named = "omsorgsbron.thorough",
            matches = "true",
            disabledReason = "takes long: runs with OMSORGSBRON_THOROUGH=true, as in .ci/run")
    @Test
    @DisplayName("are HAPI's, every one, without the narratives")
    void areHapis() {
        HAPI.fetchAllStructureDefinitions();
        HAPI.fetchCodeSystem("");
        // What it has read by now, which is everything.
        List<IBaseResource> theirs = HAPI.fetchAllConformanceResources();

        assertThat(theirs).hasSizeGreaterThan(3000);
        theirs.stream()
                .map(definition -> ((MetadataResource) definition).getUrl())
                .forEach(this::areFoundAsHapiFindsThem);
        assertThat(ours.fetchAllStructureDefinitions()).hasSameSizeAs(HAPI.fetchAllStructureDefinitions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "StructureDefinition/Patient",
                "http://hl7.org/fhir/StructureDefinition/Patient|4.0.1",
                "http://hl7.org/fhir/StructureDefinition/String",
                "http://hl7.org/fhir/StructureDefinition/Nothing",
                "http://hl7.org/fhirpath/System.String",
                "http://hl7.org/fhir/ValueSet/administrative-gender|9",
                "http://hl7.org/fhir/ValueSet/administrative-gender|",
                "http://hl7.org/fhir/administrative-gender|9",
                "http://terminology.hl7.org/CodeSystem/v2-0203|9",
                "http://dicom.nema.org/resources/ontology/DCM|9",
                "urn:iso-astm:E1762-95:2013|4.0.1",
                "https://example.org/nothing"
            })
    @DisplayName("are found as HAPI finds them")
    void areFoundAsHapiFindsThem(String canonical) {
        assertThat(text(ours.fetchStructureDefinition(canonical)))
                .as(canonical)
                .isEqualTo(text(HAPI.fetchStructureDefinition(canonical)));
        assertThat(text(ours.fetchCodeSystem(canonical)))
                .as(canonical)
                .isEqualTo(text(HAPI.fetchCodeSystem(canonical)));
        assertThat(text(ours.fetchValueSet(canonical))).as(canonical).isEqualTo(text(HAPI.fetchValueSet(canonical)));
    }

    @Test
    @DisplayName("are read only as far as our resources need them")
    void areReadAsFarAsNeeded() {
        ProfileValidator validator = new ProfileValidator(ours, 1, 300);
        validator.warmUp();

        Instances.all().forEach(file -> validator.validate(Instances.text(file)));

        assertThat(ours.read()).isBetween(50, 200);
    }

    @Test
    @DisplayName("are whole under every name, and in the list of all")
    void areWholeUnderEveryName() {
        DefinitionContext context = new DefinitionContext(ours, List.of());

        assertThat(Stream.of(
                                "http://hl7.org/fhir/StructureDefinition/Patient",
                                "StructureDefinition/Patient",
                                "Patient")
                        .map(name -> context.fetchResource(StructureDefinition.class, name)))
                .allSatisfy(patient ->
                        assertThat(patient.getSnapshot().getElement()).hasSizeGreaterThan(30));
        assertThat(context.fetchTypeDefinitions("Observation"))
                .allSatisfy(observation -> assertThat(
                                observation.copy().getSnapshot().getElement())
                        .isNotEmpty())
                .allSatisfy(observation -> assertThat(observation.getContact()).isNotEmpty());
    }

    private static String text(IBaseResource definition) {
        if (definition == null) {
            return "none";
        }
        MetadataResource bare = ((MetadataResource) definition).copy();
        bare.setText(null);
        return definition.getUserData(DefaultProfileValidationSupport.SOURCE_PACKAGE_ID)
                + Validators.FHIR.newJsonParser().encodeResourceToString(bare);
    }
}
