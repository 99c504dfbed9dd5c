package se.omsorgsbron.api.recipient;

import java.util.Set;
import se.omsorgsbron.api.mapping.Hash;

/**
 * One thing that a recipient should hold, in its form.
 *
 * @param key names it for good, such as {@code CareTeam/<uuid>}; never an identity number
 * @param concept what it is about
 * @param mode what may be done with it
 * @param content the form, as text (FHIR: JSON)
 * @param hash of the content; equal hashes mean that nothing needs to be sent
 * @param needs keys of items, of this subject or another, that the recipient must hold before this one
 */
public record Item(String key, Concept concept, Mode mode, String content, String hash, Set<String> needs) {
    public Item {
        needs = Set.copyOf(needs);
    }

    /** An item written once, which needs nothing that the recipient has to hold before. */
    public static Item once(String key, Concept concept, String content) {
        return new Item(key, concept, Mode.ONCE, content, Hash.of(content), Set.of());
    }

    /** What may be done with an item. */
    public enum Mode {
        /** Written, and written again when it changes. */
        KEEP,
        /** The recipient's own: found, or created where the configuration allows it, and never updated. */
        ENSURE,
        /**
         * The recipient's own, as {@link #ENSURE}; but where it still stands as the bridge created it, this takes its place, because
         * what was told then may not be known any more.
         */
        REPLACE,
        /** The end of something: written only where the recipient has been given it before. */
        END,
        /**
         * Written once and never again, because nothing keeps a second copy out: a note in a journal. Alone in its parcel. After an
         * attempt without an answer the recipient looks before it writes; where it cannot look, it refuses the item as {@link
         * se.omsorgsbron.api.mapping.Reason#UNCERTAIN}, and a person decides.
         */
        ONCE
    }

    @Override
    public String toString() {
        return mode + " " + key;
    }
}
