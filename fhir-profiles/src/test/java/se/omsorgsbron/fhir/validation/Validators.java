package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** Validators that all tests share, because making one takes seconds. */
public final class Validators {
    public static final FhirContext FHIR = FhirContext.forR4Cached();
    public static final ProfileValidator OURS = new ProfileValidator(FHIR, 2);

    private Validators() {}

    /** HAPI's own validator over its own base R4 and {@code artefacts}, set to the same rules. */
    static FhirValidator stock(List<IBaseResource> artefacts) {
        FhirInstanceValidator module =
                new FhirInstanceValidator(ValidationSupports.of(new DefaultProfileValidationSupport(FHIR), artefacts));
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return FHIR.newValidator().registerValidatorModule(module);
    }

    /** What keeps {@code json} from being valid against {@code profile}, by a stock validator. */
    static List<SingleValidationMessage> errors(FhirValidator validator, String json, String profile) {
        return validator.validateWithResult(json, new ValidationOptions().addProfile(profile)).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .toList();
    }
}
