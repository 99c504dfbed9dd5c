package se.omsorgsbron.primarycare.fhir.delivery;

import ca.uhn.fhir.context.FhirContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.fhir.mapping.ResourceContent;

/**
 * The two forms of a resource: the bridge's own, in which the person is the placeholder that mappers write, and the one that the recipient holds. Pure.
 *
 * <p>What is sent says in {@code meta.source} which content it was. So the bridge can tell, of something that it reads back,
 * whether it stands as the bridge wrote it, even if that was by an attempt that the ledger knows no end of.
 */
final class Form {
    private static final String SOURCE = "https://fhir.omsorgsbron.se/content/";

    private static final Set<String> NUMBER_SYSTEMS = Set.of(
            "http://electronichealth.se/identifier/personnummer",
            "http://electronichealth.se/identifier/samordningsnummer",
            "http://electronichealth.se/identifier/nationelltReservnummer");

    private Form() {}

    /** A copy as the recipient gets it. */
    static Resource outgoing(Resource resource, Map<String, String> places) {
        Resource copy = resource.copy();
        replaceReferences(copy, reference -> places.getOrDefault(reference, reference));
        copy.getMeta().setSource(SOURCE + hash(resource, Map.of()));
        return copy;
    }

    /** Whether what was read back says what the bridge has to say. */
    static boolean isSame(Resource held, Resource own, Map<String, String> locations) {
        return hash(held, locations).equals(hash(own, Map.of()));
    }

    /** Whether what was read back stands as the bridge once wrote it, whatever it says. */
    static boolean isOurs(Resource held, Map<String, String> locations) {
        String source = held.getMeta().hasSource() ? held.getMeta().getSource() : "";
        // HAPI servers add "#" and the id of the request that wrote it.
        String written = source.contains("#") ? source.substring(0, source.indexOf('#')) : source;
        return written.equals(SOURCE + hash(held, locations));
    }

    /** The version that the recipient gave it; empty text where it keeps none. */
    static String version(Resource held) {
        return held.getMeta().hasVersionId() ? held.getMeta().getVersionId() : "";
    }

    /** The identity number in a Patient of the bridge. @throws IllegalArgumentException if it has none */
    static Identifier identityNumber(Resource resource) {
        if (resource instanceof Patient patient) {
            return patient.getIdentifier().stream()
                    .filter(identifier -> NUMBER_SYSTEMS.contains(identifier.getSystem()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a Patient without an identity number"));
        }
        throw new IllegalArgumentException("only a Patient is found at the recipient");
    }

    /** Over the bridge's own form, with labels in order: servers keep them as a set. */
    private static String hash(Resource resource, Map<String, String> locations) {
        Map<String, String> placeholders = locations.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
        Resource copy = resource.copy();
        replaceReferences(copy, reference -> placeholders.getOrDefault(reference, reference));
        if (copy.getMeta().hasSecurity()) {
            copy.getMeta().getSecurity().sort(Comparator.comparing(label -> label.getSystem() + "|" + label.getCode()));
        }
        return ResourceContent.hash(copy);
    }

    private static void replaceReferences(Resource resource, UnaryOperator<String> replacement) {
        FhirContext.forR4Cached().newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .filter(Reference::hasReference)
                .forEach(reference -> reference.setReference(replacement.apply(reference.getReference())));
    }
}
