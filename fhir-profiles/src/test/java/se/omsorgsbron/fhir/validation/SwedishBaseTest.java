package se.omsorgsbron.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The Swedish base profiles")
class SwedishBaseTest {

    static Stream<Resource> examples() {
        return Instances.examples().stream()
                .map(file -> (Resource) Validators.FHIR.newJsonParser().parseResource(Instances.text(file)))
                .filter(resource -> SwedishBase.concerns(resource.fhirType()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("accept our examples")
    void acceptOurExamples(Resource example) {
        assertThat(SwedishBase.errors(example)).isEmpty();
    }

    @Test
    @DisplayName("are really asked: they refuse two names, and a second HSA-id")
    void areReallyAsked() {
        Patient named =
                new Patient().addName(new HumanName().setFamily("Ek")).addName(new HumanName().setFamily("Alm"));
        Practitioner twice = new Practitioner();
        Stream.of("1", "2")
                .forEach(serial -> twice.addIdentifier()
                        .setSystem("urn:oid:1.2.752.29.4.19")
                        .setValue("SE165565594230-" + serial)
                        .getType()
                        .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v2-0203", "PRN", null)));

        assertThat(SwedishBase.errors(named)).isNotEmpty();
        assertThat(SwedishBase.errors(twice)).isNotEmpty();
    }
}
