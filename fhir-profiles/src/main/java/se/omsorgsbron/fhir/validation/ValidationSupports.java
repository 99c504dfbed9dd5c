package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Collection;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** What the validator knows: base R4 and given artefacts. No network. */
public final class ValidationSupports {
    private ValidationSupports() {}

    /**
     * A chain over {@code base}, which is R4, and {@code artefacts}. A code whose system is not known cannot be judged offline: that is a warning.
     * Definitions that lack a snapshot get one.
     */
    // HAPI's successor of the deprecated class is an interceptor of its server, which is not here.
    @SuppressWarnings("deprecation")
    public static IValidationSupport of(IValidationSupport base, Collection<? extends IBaseResource> artefacts) {
        FhirContext fhir = base.getFhirContext();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(fhir);
        artefacts.forEach(ours::addResource);
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(fhir);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        return new ValidationSupportChain(
                ours,
                new FurtherCodes(fhir),
                base,
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new SnapshotGeneratingValidationSupport(fhir),
                unknown);
    }
}
