package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.fhir.validation.StockValidator;
import se.omsorgsbron.fhir.validation.SwedishBase;

/** What stands at the FHIR server, judged by HAPI's own validator as it is. */
class ValidityIT {
    private final SharedTown town = SharedTown.get();

    @Test
    void everyResourceIsValidAgainstTheProfileThatItClaims() {
        FhirValidator stock = StockValidator.withOurProfiles();
        List<String> errors = new ArrayList<>();
        int judged = 0;
        for (JsonNode resource : town.fhir.everything()) {
            judged++;
            String type = resource.path("resourceType").asText();
            stock.validateWithResult(resource.toString()).getMessages().stream()
                    .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                    .forEach(message ->
                            errors.add(type + " " + message.getLocationString() + " " + message.getMessageId()));
        }
        assertThat(errors).isEmpty();
        assertThat(judged).isGreaterThan(200);
    }

    @Test
    void peopleStaffAndUnitsAreValidAgainstTheSwedishBaseProfiles() {
        List<String> errors = new ArrayList<>();
        for (JsonNode resource : town.fhir.everything()) {
            String type = resource.path("resourceType").asText();
            if (SwedishBase.concerns(type)) {
                Resource parsed =
                        (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(resource.toString());
                SwedishBase.errors(parsed).forEach(error -> errors.add(type + " " + error));
            }
        }
        assertThat(errors).isEmpty();
    }
}
