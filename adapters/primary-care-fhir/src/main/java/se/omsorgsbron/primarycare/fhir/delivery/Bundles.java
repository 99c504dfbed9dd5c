package se.omsorgsbron.primarycare.fhir.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** Makes transaction bundles of drafts. Pure. */
final class Bundles {
    private Bundles() {}

    /**
     * One transaction bundle.
     *
     * @param drafts what is written; those that ensure something create it, unless it is there by then, and those that replace it write where it is
     * @param base the recipient's base address, for the entries' full URLs
     * @param locations where the recipient keeps what it named itself, by key
     */
    static Bundle of(List<Draft> drafts, String base, Map<String, String> locations) {
        Map<String, String> places = new HashMap<>(locations);
        drafts.stream()
                .filter(draft -> creates(draft, locations))
                .forEach(draft -> places.put(draft.key(), temporary(draft.key())));
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.TRANSACTION);
        for (Draft draft : drafts) {
            Resource resource = Form.outgoing(draft.resource(), places);
            bundle.addEntry(
                    creates(draft, locations) ? create(draft, resource) : put(draft, resource, base, locations));
        }
        return bundle;
    }

    private static boolean creates(Draft draft, Map<String, String> locations) {
        return draft.ensures() && !(draft.replaces() && locations.containsKey(draft.key()));
    }

    private static Bundle.BundleEntryComponent put(
            Draft draft, Resource resource, String base, Map<String, String> locations) {
        String place = draft.ensures() ? locations.get(draft.key()) : draft.key();
        resource.setId(place);
        Bundle.BundleEntryComponent entry = new Bundle.BundleEntryComponent();
        entry.setFullUrl(base + "/" + place);
        entry.setResource(resource);
        entry.getRequest().setMethod(Bundle.HTTPVerb.PUT).setUrl(place);
        draft.expectedVersion().ifPresent(version -> entry.getRequest().setIfMatch("W/\"" + version + "\""));
        return entry;
    }

    private static Bundle.BundleEntryComponent create(Draft draft, Resource resource) {
        Identifier number = Form.identityNumber(draft.resource());
        String token = number.getSystem() + "|" + number.getValue();
        // The recipient chooses the id: our own would say whose bridge it was that created the patient.
        resource.setId((String) null);
        Bundle.BundleEntryComponent entry = new Bundle.BundleEntryComponent();
        entry.setFullUrl(temporary(draft.key()));
        entry.setResource(resource);
        // Stands in the body, not in the address, so the number reaches no access log.
        entry.getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        return entry;
    }

    private static String temporary(String key) {
        return "urn:uuid:" + key.substring(key.indexOf('/') + 1);
    }
}
