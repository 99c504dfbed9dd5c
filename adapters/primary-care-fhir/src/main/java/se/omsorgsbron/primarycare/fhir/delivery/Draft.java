package se.omsorgsbron.primarycare.fhir.delivery;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;

/**
 * One write on its way.
 *
 * @param item what is written
 * @param resource the item's content, with its placeholders
 * @param expectedVersion the version that the bridge wrote last; empty at the first, and where the recipient keeps no versions
 * @param uncertain an earlier attempt got no answer
 */
record Draft(Item item, Resource resource, Optional<String> expectedVersion, boolean uncertain) {

    static Draft of(Parcel.Write write) {
        Resource resource = (Resource) FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(write.item().content());
        return new Draft(write.item(), resource, write.expectedVersion().filter(v -> !v.isBlank()), write.uncertain());
    }

    /** The same, to be written over {@code version}. */
    Draft over(String version) {
        return new Draft(item, resource, Optional.of(version).filter(v -> !v.isBlank()), uncertain);
    }

    String key() {
        return item.key();
    }

    Concept concept() {
        return item.concept();
    }

    Set<String> needs() {
        return item.needs();
    }

    /** Whether the recipient's own is to be found rather than written. */
    boolean ensures() {
        return item.mode() == Item.Mode.ENSURE || replaces();
    }

    /** Whether it takes the place of what the bridge created there. */
    boolean replaces() {
        return item.mode() == Item.Mode.REPLACE;
    }

    @Override
    public String toString() {
        return item.toString();
    }
}
