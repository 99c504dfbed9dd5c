package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;

/** Codes that are in use and that R4's copy of their code system does not have. */
final class FurtherCodes implements IValidationSupport {
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    /** Goes beside {@code NOPAT}, which R4 has. */
    private static final String NOT_FOR_PATIENT = "NOPATIENT";

    private final FhirContext fhir;

    FurtherCodes(FhirContext fhir) {
        this.fhir = fhir;
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext context, String system) {
        return ACT_CODE.equals(system);
    }

    /** Null, as the interface has it, for what another support has to judge. */
    @Override
    public CodeValidationResult validateCode(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            String system,
            String code,
            String display,
            String valueSet) {
        boolean known = ACT_CODE.equals(system) && NOT_FOR_PATIENT.equals(code);
        return known ? new CodeValidationResult().setCode(code) : null;
    }
}
