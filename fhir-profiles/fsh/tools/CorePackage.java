import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Writes the package hl7.fhir.r4.core 4.0.1, which SUSHI needs and no registry has, from the definitions that
 * hapi-fhir-validation-resources-r4 carries.
 *
 * <p>One argument: the folder of FHIR packages (as {@code ~/.fhir/packages}).
 */
final class CorePackage {
    private static final List<String> BUNDLES = List.of(
            "profile/profiles-types.xml",
            "profile/profiles-resources.xml",
            "profile/profiles-others.xml",
            "extension/extension-definitions.xml",
            "valueset/valuesets.xml",
            "valueset/v3-codesystems.xml",
            "valueset/v2-tables.xml");

    private CorePackage() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], "hl7.fhir.r4.core#4.0.1", "package");
        Files.createDirectories(folder);
        FhirContext fhir = FhirContext.forR4();
        StringBuilder index = new StringBuilder("{\"index-version\":2,\"files\":[");
        for (String bundle : BUNDLES) {
            for (Bundle.BundleEntryComponent entry : read(fhir, bundle).getEntry()) {
                if (isDefinition(entry.getResource())) {
                    write(fhir, folder, (MetadataResource) entry.getResource(), index);
                }
            }
        }
        index.setCharAt(index.length() - 1, ']');
        Files.writeString(folder.resolve(".index.json"), index.append('}'));
        Files.writeString(
                folder.resolve("package.json"),
                """
                {"name":"hl7.fhir.r4.core","version":"4.0.1","type":"fhir.core","fhirVersions":["4.0.1"],
                 "canonical":"http://hl7.org/fhir","url":"http://hl7.org/fhir/R4","dependencies":{}}
                """);
    }

    private static boolean isDefinition(Resource resource) {
        return resource instanceof StructureDefinition
                || resource instanceof ValueSet
                || resource instanceof CodeSystem;
    }

    private static Bundle read(FhirContext fhir, String name) throws IOException {
        try (InputStream in = CorePackage.class.getResourceAsStream("/org/hl7/fhir/r4/model/" + name)) {
            return fhir.newXmlParser()
                    .parseResource(Bundle.class, new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    private static void write(FhirContext fhir, Path folder, MetadataResource resource, StringBuilder index)
            throws IOException {
        String type = resource.fhirType();
        String file = type + "-" + resource.getIdElement().getIdPart() + ".json";
        IParser json = fhir.newJsonParser();
        Files.writeString(folder.resolve(file), json.encodeResourceToString(resource));
        index.append("{\"filename\":\"%s\",\"resourceType\":\"%s\",\"id\":\"%s\",\"url\":\"%s\",\"version\":\"%s\""
                .formatted(file, type, resource.getIdElement().getIdPart(), resource.getUrl(), resource.getVersion()));
        if (resource instanceof StructureDefinition definition) {
            index.append(",\"kind\":\"%s\",\"type\":\"%s\"".formatted(definition.getKind().toCode(), definition.getType()));
        }
        index.append("},");
    }
}
