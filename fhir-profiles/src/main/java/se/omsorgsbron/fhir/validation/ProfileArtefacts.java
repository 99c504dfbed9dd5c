package se.omsorgsbron.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import se.omsorgsbron.fhir.Canonicals;

/** The compiled profiles, extensions, code systems and value sets that lie in the jar. */
public final class ProfileArtefacts {
    private static final String FOLDER = "/se/omsorgsbron/fhir/profiles/";

    /** One example per profile lies in the jar as well, named as the profile. */
    private static final String EXAMPLES = "/se/omsorgsbron/fhir/examples/";

    /** Lists every artefact with its SHA-256; written by {@code compile-fsh}. */
    private static final String LIST = "artefacts.sha256";

    private ProfileArtefacts() {}

    /** All artefacts, parsed. */
    public static List<IBaseResource> load(FhirContext fhir) {
        IParser json = fhir.newJsonParser();
        return Resources.text(FOLDER + LIST)
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .<IBaseResource>map(file -> json.parseResource(Resources.text(FOLDER + file)))
                .toList();
    }

    /** The words of our invariants by key, such as {@code pct-1}. */
    static Map<String, String> invariants(List<IBaseResource> artefacts) {
        return structureDefinitions(artefacts)
                .flatMap(definition -> definition.getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .filter(constraint -> constraint.getSource().startsWith(Canonicals.BASE))
                .collect(Collectors.toMap(
                        ElementDefinitionConstraintComponent::getKey,
                        ElementDefinitionConstraintComponent::getHuman,
                        (one, same) -> one));
    }

    /** The canonicals of all profiles, for a client that asks what a server supports. */
    public static Stream<String> profiles(List<IBaseResource> artefacts) {
        return structureDefinitions(artefacts)
                .filter(definition -> !definition.getType().equals("Extension"))
                .map(StructureDefinition::getUrl);
    }

    static Stream<StructureDefinition> structureDefinitions(Collection<IBaseResource> artefacts) {
        return artefacts.stream().filter(StructureDefinition.class::isInstance).map(StructureDefinition.class::cast);
    }

    /** The example of that profile, as JSON. */
    static String example(String canonical) {
        return Resources.text(EXAMPLES + canonical.substring(canonical.lastIndexOf('/') + 1) + ".json");
    }
}
