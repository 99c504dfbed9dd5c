package se.omsorgsbron.api.recipient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.record.SubjectRecord;

/** A system that is kept in step. Implementations are thread-safe. */
public interface Recipient {

    /** Name in the configuration, such as {@code primary-care}. */
    String name();

    /**
     * Puts a record in the recipient's form. Pure: no I/O, no clock. The record holds only what the recipient may have.
     *
     * @param record what may be disclosed of the subject
     * @param delivered keys of the subject's items that the recipient has been given before
     */
    List<Item> project(SubjectRecord record, Set<String> delivered);

    /** The key under which a note goes to this recipient; empty for one that takes none. Pure. */
    default Optional<String> keyOf(String municipality, UUID person, SourceReference note) {
        return Optional.empty();
    }

    /** What is wrong with an item; nothing that has a problem is sent. Pure. */
    List<Problem> check(Item item);

    /**
     * Delivers what changed, as one atomic unit where the recipient can take one.
     *
     * @throws RecipientUnavailable if there was no answer, or one that says to come again: nothing is known then
     */
    Receipt deliver(Parcel parcel) throws RecipientUnavailable;
}
