package se.omsorgsbron.primarycare.fhir.mapper;

import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.fhir.mapping.ResourceContent;

/** Makes items of resources. */
final class Items {
    private Items() {}

    /** The item of a resource, with nothing in it but what may leave. */
    static Item of(Resource whole, Concept concept, Item.Mode mode) {
        String canonical = ResourceContent.canonical(whole);
        String allowed = AllowedElements.of(whole, canonical);
        Resource resource = allowed.equals(canonical) ? whole : AllowedElements.parse(allowed);
        return new Item(
                key(resource),
                concept,
                mode,
                allowed,
                ResourceContent.hash(allowed),
                ResourceContent.references(resource));
    }

    static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
