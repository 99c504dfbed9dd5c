package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * Validates R4 resources against the profiles that they claim in {@code meta.profile}, with the same verdict as HAPI's {@link
 * FhirInstanceValidator} and several times its speed. Thread-safe. Offline: a reference is checked for its form and type, a
 * code whose system is not known gives a warning.
 *
 * <p>The first call takes a second or more, because what it needs of base R4 is read then: call {@link #warmUp()} at start.
 */
public final class ProfileValidator {
    /** Renewing this often keeps the heap flat and costs a twentieth of a millisecond a call. */
    private static final int CALLS_BEFORE_RENEWAL = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FhirContext fhir;
    private final DefinitionContext context;
    private final InstanceValidatorPool pool;
    private final IssueTexts texts;
    private final List<String> profiles;

    /** A validator with {@code poolSize} instances, which is how many threads it serves at the same time. */
    public ProfileValidator(FhirContext fhir, int poolSize) {
        this(new BaseDefinitions(fhir), poolSize, CALLS_BEFORE_RENEWAL);
    }

    ProfileValidator(BaseDefinitions base, int poolSize, int callsBeforeRenewal) {
        this.fhir = base.getFhirContext();
        List<IBaseResource> artefacts = ProfileArtefacts.load(fhir);
        this.context = new DefinitionContext(base, artefacts);
        this.pool = new InstanceValidatorPool(poolSize, callsBeforeRenewal, this::newInstanceValidator);
        this.texts = new IssueTexts(ProfileArtefacts.invariants(artefacts));
        this.profiles = ProfileArtefacts.profiles(artefacts).toList();
    }

    /** Validates one resource of each profile, so that the first real call is as fast as the others. */
    public void warmUp() {
        profiles.stream().map(ProfileArtefacts::example).forEach(this::validate);
    }

    /** What is wrong with {@code resource}; empty if nothing is. */
    public List<ValidationIssue> validate(IBaseResource resource) {
        return validate(fhir.newJsonParser().encodeResourceToString(resource));
    }

    /** What is wrong with the resource that {@code json} holds; text that cannot be read as one is an issue too. */
    public List<ValidationIssue> validate(String json) {
        return pool.with(validator -> messages(validator, json)).stream()
                .map(texts::issue)
                .distinct()
                .toList();
    }

    /** The canonicals of the project's profiles. */
    public List<String> profiles() {
        return profiles;
    }

    /** How many instance validators have been built since start, for metrics. */
    public int validatorsBuilt() {
        return pool.built();
    }

    private List<ValidationMessage> messages(InstanceValidator validator, String json) {
        List<ValidationMessage> messages = new ArrayList<>();
        validator.validate(
                null,
                messages,
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                FhirFormat.JSON,
                claimed(json));
        return messages;
    }

    /** The profiles that are claimed and known; of one that is not known, the validator itself complains. */
    private List<StructureDefinition> claimed(String json) {
        List<StructureDefinition> claimed = new ArrayList<>();
        try {
            JSON.readTree(json).at("/meta/profile").forEach(profile -> {
                StructureDefinition definition = context.fetchResource(StructureDefinition.class, profile.asText());
                if (definition != null) {
                    claimed.add(definition);
                }
            });
        } catch (JsonProcessingException unreadable) {
            // The validator reads the text too, and says what is wrong with it.
            return claimed;
        }
        return claimed;
    }

    /** Set up as {@link FhirInstanceValidator} does it, so that the verdicts are the same. */
    private InstanceValidator newInstanceValidator() {
        InstanceValidator validator = new InstanceValidator(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setErrorForUnknownProfiles(true);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setAllowXsiLocation(true);
        return validator;
    }
}
