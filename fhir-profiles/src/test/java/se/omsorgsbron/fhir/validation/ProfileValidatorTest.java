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
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.fhir.Canonicals;

@DisplayName("The validator")
class ProfileValidatorTest {

    @Test
    @DisplayName("says what HAPI's own validator says, of every instance")
    void saysWhatHapiSays() {
        List<org.hl7.fhir.instance.model.api.IBaseResource> artefacts = ProfileArtefacts.load(Validators.FHIR);
        FhirValidator stock = Validators.stock(ValidationSupports.of(Validators.FHIR, artefacts));
        IssueTexts texts = new IssueTexts(ProfileArtefacts.invariants(artefacts));

        assertThat(Instances.all()).allSatisfy(file -> {
            Set<ValidationIssue> theirs = stock.validateWithResult(Instances.text(file)).getMessages().stream()
                    .map(message -> texts.issue(message(message)))
                    .collect(Collectors.toSet());
            assertThat(Validators.OURS.validate(Instances.text(file))).hasSameElementsAs(theirs);
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
        Runnable calls = () -> IntStream.range(0, 400).forEach(call -> Validators.OURS.validate(team));
        calls.run();
        long before = heap();
        int built = Validators.OURS.validatorsBuilt();

        calls.run();

        // One that is never renewed keeps 60 KB a call: 24 MB here, and growing.
        assertThat(heap() - before).isLessThan(15_000_000);
        assertThat(Validators.OURS.validatorsBuilt()).isGreaterThan(built);
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
