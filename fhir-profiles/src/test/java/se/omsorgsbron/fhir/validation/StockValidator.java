package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.validation.FhirValidator;

/** HAPI's own validator with our profiles, for tests that judge what the bridge has sent. */
public final class StockValidator {
    private StockValidator() {}

    public static FhirValidator withOurProfiles() {
        return Validators.stock(ProfileArtefacts.load(Validators.FHIR));
    }
}
