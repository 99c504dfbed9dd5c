import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Writes every definition of base R4 that HAPI's validator knows to a file of its own, without its narrative, and an index
 * of them, so that the bridge reads the few that it needs and not three bundles of 30 MB. Does nothing if that is done.
 *
 * <p>Arguments: the folder to write to; the version of HAPI.
 */
final class SplitBaseR4 {
    private static final String INDEX = "index.tsv";

    private SplitBaseR4() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        // Written last, so it tells that all is there.
        Path done = folder.resolve("hapi-" + args[1]);
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(folder);
        FhirContext fhir = FhirContext.forR4();
        IParser json = fhir.newJsonParser();
        List<String> index = new ArrayList<>();
        for (IBaseResource each : definitions(fhir)) {
            MetadataResource definition = (MetadataResource) each;
            definition.setText(null);
            String file = index.size() + ".json";
            Files.writeString(folder.resolve(file), json.encodeResourceToString(definition));
            index.add(String.join("\t", definition.fhirType(), definition.getUrl(), file) + head(definition));
        }
        Files.write(folder.resolve(INDEX), index);
        Files.createFile(done);
    }

    private static List<IBaseResource> definitions(FhirContext fhir) {
        DefaultProfileValidationSupport base = new DefaultProfileValidationSupport(fhir);
        base.fetchAllStructureDefinitions();
        base.fetchCodeSystem("http://hl7.org/fhir/administrative-gender");
        // What has been read so far; the two calls read everything.
        return base.fetchAllConformanceResources();
    }

    /** What is asked of a definition before its elements. */
    private static String head(MetadataResource resource) {
        if (!(resource instanceof StructureDefinition definition)) {
            return "";
        }
        return "\t" + String.join(
                "\t",
                definition.getName(),
                definition.getType(),
                definition.getKind().toCode(),
                "" + definition.getAbstract(),
                definition.hasDerivation() ? definition.getDerivation().toCode() : "",
                definition.hasBaseDefinition() ? definition.getBaseDefinition() : "",
                definition.getVersion(),
                definition.getFhirVersion().toCode());
    }
}
