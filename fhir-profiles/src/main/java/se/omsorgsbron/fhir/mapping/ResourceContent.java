package se.omsorgsbron.fhir.mapping;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What a resource says, apart from what a server adds to it: so that what was sent can be compared with what is held. */
public final class ResourceContent {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private ResourceContent() {}

    /**
     * The resource as JSON, always in the same order, without what servers set: {@code meta.versionId}, {@code
     * meta.lastUpdated}, {@code meta.source} and the narrative (the bridge sends none).
     */
    public static String canonical(Resource resource) {
        Resource copy = resource.copy();
        copy.setId(resource.getIdElement().toUnqualifiedVersionless());
        copy.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        if (copy instanceof DomainResource domain) {
            domain.setText(null);
        }
        return FHIR.newJsonParser().encodeResourceToString(copy);
    }

    /** SHA-256 of the canonical form, hexadecimal. */
    public static String hash(Resource resource) {
        return hash(canonical(resource));
    }

    /** SHA-256 of a canonical form, hexadecimal. */
    public static String hash(String canonical) {
        try {
            byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Keys ({@code Patient/<id>}) of the resources that must be at the recipient before this one. */
    public static Set<String> references(Resource resource) {
        Set<String> keys = new LinkedHashSet<>();
        FHIR.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .map(Reference::getReference)
                .filter(key -> key != null && !key.startsWith("#"))
                .forEach(keys::add);
        return keys;
    }
}
