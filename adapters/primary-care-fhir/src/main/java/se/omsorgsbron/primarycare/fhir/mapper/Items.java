package se.omsorgsbron.primarycare.fhir.mapper;

import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.fhir.mapping.ResourceContent;

/** Makes items of resources. */
final class Items {
    private Items() {}

    static Item of(Resource resource, Concept concept, Item.Mode mode) {
        return new Item(
                key(resource),
                concept,
                mode,
                ResourceContent.canonical(resource),
                ResourceContent.hash(resource),
                ResourceContent.references(resource));
    }

    static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
