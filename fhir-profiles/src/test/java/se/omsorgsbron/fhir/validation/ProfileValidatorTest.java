package se.omsorgsbron.fhir.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import se.omsorgsbron.fhir.Canonicals;

@DisplayName("The validator")
class ProfileValidatorTest {

    /** Of types that the bridge never sends: a type unknown to our profiles must be judged all the same. */
    private static final List<String> OTHERS = List.of("""
            {"resourceType":"Observation","status":"wrong","subject":{"reference":"Patient/1"},"valueQuantity":{"value":"x"},
             "contained":[{"resourceType":"Device","id":"d","status":"active"}],"device":{"reference":"#d"}}
            """, """
            {"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:6bd5ba2b-3ec1-4a4c-8b1a-1a2b3c4d5e6f",
             "resource":{"resourceType":"MedicationRequest","intent":"order"}},{"resource":{"resourceType":"Nothing"}}]}
            """, """
            {"resourceType":"Observation","meta":{"profile":["http://hl7.org/fhir/StructureDefinition/bmi"]},"status":"final","code":{"text":"BMI"},
             "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/observation-bodyPosition","valueString":"x"}]}
            """, """
            {"resourceType":"StructureDefinition","url":"http://example.org/x","name":"X","status":"draft","kind":"resource",
             "abstract":false,"type":"Observation","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Observation",
             "derivation":"constraint","differential":{"element":[{"id":"Observation","path":"Observation",
             "constraint":[{"key":"x-1","severity":"error","human":"x","expression":"value.as(String).exists()"}]}]}}
            """, """
            {"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"1","answer":[{"valueDate":"x"}]}]}
            """);

    @EnabledIfSystemProperty(
            named = "omsorgsbron.thorough",
            matches = "true",
            disabledReason = "takes long: runs with OMSORGSBRON_THOROUGH=true, as in .ci/run")
    @Test
    @DisplayName("says what HAPI's own validator says, of every instance and of resources that the bridge never sends")
    void saysWhatHapiSays() {
        List<IBaseResource> artefacts = ProfileArtefacts.load(Validators.FHIR);
        FhirValidator stock = Validators.stock(artefacts);
        IssueTexts texts = new IssueTexts(ProfileArtefacts.invariants(artefacts));

        Stream<String> instances = Instances.all().stream().map(Instances::text);
        assertThat(Stream.concat(instances, OTHERS.stream())).allSatisfy(text -> {
            Set<ValidationIssue> theirs = stock.validateWithResult(text).getMessages().stream()
                    .map(message -> texts.issue(message(message)))
                    .collect(Collectors.toSet());
            assertThat(Validators.OURS.validate(text)).hasSameElementsAs(theirs);
        });
    }

    @Test
    @DisplayName("tells an invariant's own words, its key and its place")
    void tellsAnInvariantsWords() {
        Path file = Instances.MODULE.resolve("invariants/pct-1-fail-1.json");

        assertThat(Validators.OURS.validate(Instances.text(file)))
                .containsExactly(new ValidationIssue(
                        ValidationIssue.Severity.ERROR,
                        "CareTeam",
                        "Högst en pågående kontakt har en viss rang. / At most one active member has a given rank.",
                        "pct-1"));
    }

    @Test
    @DisplayName("quotes no value of what it refuses")
    void quotesNoValue() {
        List<String> canaries = List.of("kanarie-1", "kanarie-2", "kanarie-3", "kanarie-4", "kanarie-5");
        String json = """
                {"resourceType":"Patient","meta":{"profile":["%s"]},"gender":"kanarie-1","birthDate":"kanarie-2",
                 "identifier":[{"system":"http://electronichealth.se/identifier/personnummer","value":"kanarie-3"}],
                 "maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"kanarie-4"}]},
                 "managingOrganization":{"reference":"Patient/kanarie-5"},"kanarie-1":true}
                """.formatted(Canonicals.PATIENT);

        List<ValidationIssue> issues = Validators.OURS.validate(json);

        assertThat(issues).hasSizeGreaterThan(5);
        assertThat(canaries).noneSatisfy(canary -> assertThat(issues.toString()).contains(canary));
    }

    @Test
    @DisplayName("calls text that is no resource an issue, without repeating it")
    void callsTextThatIsNoResourceAnIssue() {
        assertThat(Stream.of("", "kanarie", "[]", "{\"a\": kanarie", "{\"resourceType\":\"Nothing\"}"))
                .allSatisfy(text -> assertThat(Validators.OURS.validate(text))
                        .anySatisfy(issue -> assertThat(issue.blocks()).isTrue())
                        .allSatisfy(issue -> assertThat(issue.toString().toLowerCase(java.util.Locale.ROOT))
                                .doesNotContain("kanarie")));
    }

    @Test
    @DisplayName("checks a resource that claims no profile against FHIR alone")
    void checksAgainstFhirAlone() {
        assertThat(Validators.OURS.validate(new Patient().setActive(true))).isEmpty();
        assertThat(Validators.OURS.validate(new CareTeam())).noneMatch(ValidationIssue::blocks);
    }

    @Test
    @DisplayName("serves many threads at the same time with the same answers")
    void servesManyThreads() {
        Map<Path, List<ValidationIssue>> expected = Instances.invariants().stream()
                .collect(Collectors.toMap(file -> file, file -> Validators.OURS.validate(Instances.text(file))));

        Map<Path, List<ValidationIssue>> found = Instances.invariants().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        file -> file, file -> Validators.OURS.validate(Instances.text(file))));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    @DisplayName("renews its instances, so that memory stays flat")
    void memoryStaysFlat() {
        String team = Instances.text(Instances.MODULE.resolve("examples/permanent-contact-team.json"));
        int renewal = 100;
        ProfileValidator validator = new ProfileValidator(new BaseDefinitions(Validators.FHIR), 1, renewal);
        // As many as one instance serves: what it keeps is then the same before and after.
        Runnable calls = () -> IntStream.range(0, renewal).forEach(call -> validator.validate(team));
        calls.run();
        long before = heap();
        int built = validator.validatorsBuilt();

        calls.run();

        // One that is never renewed keeps 200 KB a call: 20 MB here, and growing.
        assertThat(heap() - before).isLessThan(5_000_000);
        assertThat(validator.validatorsBuilt()).isGreaterThan(built);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static ValidationMessage message(SingleValidationMessage message) {
        return new ValidationMessage()
                .setLevel(IssueSeverity.fromCode(message.getSeverity().getCode()))
                .setLocation(message.getLocationString())
                .setMessageId(message.getMessageId());
    }
}
