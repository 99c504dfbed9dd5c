package se.omsorgsbron.api.recipient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is delivered for one subject in one go.
 *
 * @param subject the subject's UUID
 * @param writes what changed, in the order of {@link Concept}
 * @param locations where the recipient keeps the items that these refer to and that it named itself ({@link
 *     Item.Mode#ENSURE}), by key
 */
public record Parcel(UUID subject, List<Write> writes, Map<String, String> locations) {
    public Parcel {
        writes = List.copyOf(writes);
        locations = Map.copyOf(locations);
    }

    /**
     * One item to write.
     *
     * @param item the item
     * @param expectedVersion the version that the bridge wrote last; empty at the first
     * @param uncertain an earlier attempt got no answer: look before writing
     */
    public record Write(Item item, Optional<String> expectedVersion, boolean uncertain) {}
}
