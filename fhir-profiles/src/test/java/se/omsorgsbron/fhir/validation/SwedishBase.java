package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.validation.FhirValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Assumptions;

/** The compiled Swedish base profiles, which the product does not ship: they stand beside the checkout, or nowhere. */
public final class SwedishBase {
    private static final String CANONICAL = "http://hl7.se/fhir/ig/base/StructureDefinition/";
    private static final Map<String, String> PROFILES = Map.of(
            "Patient", "SEBasePatient",
            "Practitioner", "SEBasePractitioner",
            "PractitionerRole", "SEBasePractitionerRole",
            "Organization", "SEBaseOrganization");
    private static Optional<FhirValidator> validator = Optional.empty();

    private SwedishBase() {}

    /** Whether the base profiles say anything of such a resource. */
    public static boolean concerns(String type) {
        return PROFILES.containsKey(type);
    }

    /** Errors of {@code resource} against its base profile; skips the test, and says so, where they are not there. */
    public static List<String> errors(Resource resource) {
        FhirValidator stock = assumed();
        String json = Validators.FHIR.newJsonParser().encodeResourceToString(resource);
        return Validators.errors(stock, json, CANONICAL + PROFILES.get(resource.fhirType())).stream()
                .map(message -> message.getLocationString() + " " + message.getMessageId() + " " + message.getMessage())
                .toList();
    }

    /** The folder, looked for beside every folder from the module upwards. */
    static Optional<Path> folder() {
        return Stream.iterate(Instances.MODULE, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/contracts/se-base-1.1.0"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static synchronized FhirValidator assumed() {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(
                folder.isPresent(),
                "Skipped: the Swedish base profiles (shared/contracts/se-base-1.1.0) do not stand beside the checkout");
        if (validator.isEmpty()) {
            validator = Optional.of(load(folder.orElseThrow()));
        }
        return validator.orElseThrow();
    }

    private static FhirValidator load(Path folder) {
        List<IBaseResource> artefacts = new ArrayList<>(ProfileArtefacts.load(Validators.FHIR));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> Validators.FHIR.newJsonParser().parseResource(Instances.text(file)))
                    .forEach(artefacts::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Validators.stock(artefacts);
    }
}
