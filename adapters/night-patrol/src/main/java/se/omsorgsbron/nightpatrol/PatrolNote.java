package se.omsorgsbron.nightpatrol;

import java.time.Instant;
import java.util.Optional;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.identity.IdentityNumber;

/**
 * A note as the patrol sent it.
 *
 * @param id the sender's own, by which the same note is known again
 * @param person whom it is about
 * @param kind which kind
 * @param occurred when it happened
 * @param author who wrote it
 * @param text what was written, unharmed
 * @param followUpWanted whether somebody is asked to follow it up
 * @param corrects the sender's id of the note that this one corrects
 */
public record PatrolNote(
        String id,
        IdentityNumber person,
        NoteKind kind,
        Instant occurred,
        Author author,
        FreeText text,
        boolean followUpWanted,
        Optional<String> corrects) {

    /**
     * Who wrote it.
     *
     * @param name as the patrol's system has it
     * @param title titel, befattning; "" where it is not told
     * @param hsaId where the patrol's system has it
     */
    public record Author(PersonName name, String title, Optional<HsaId> hsaId) {}
}
