package se.omsorgsbron.bridge.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;

/**
 * The UUID of a subject: made from the municipality and the id that the case system gave it, so that it is the same in every run
 * and says nothing about an identity number.
 */
public final class SubjectIds {
    private SubjectIds() {}

    /** The UUID of the subject whose own record stands at {@code source}. */
    public static UUID of(String municipality, SourceReference source) {
        String name = "omsorgsbron/subject/" + municipality + "/" + source.path();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
