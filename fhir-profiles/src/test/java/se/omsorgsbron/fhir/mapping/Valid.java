package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.fhir.validation.ValidationIssue;
import se.omsorgsbron.fhir.validation.Validators;

/** What holds for everything that a mapper makes. */
final class Valid {
    private Valid() {}

    /** Valid against its profile, and the same after a trip over the wire. */
    static <T extends Resource> T valid(T resource) {
        String json = Validators.FHIR.newJsonParser().encodeResourceToString(resource);
        assertThat(Validators.OURS.validate(json))
                .as(json)
                .filteredOn(ValidationIssue::blocks)
                .isEmpty();
        Resource received = (Resource) Validators.FHIR.newJsonParser().parseResource(json);
        assertThat(ResourceContent.hash(received)).isEqualTo(ResourceContent.hash(resource));
        return resource;
    }

    static String json(Resource resource) {
        return Validators.FHIR.newJsonParser().encodeResourceToString(resource);
    }
}
