package se.omsorgsbron.lifecare.journal;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.domain.NoteKind;

/**
 * How notes that were written elsewhere stand in one municipality's journal.
 *
 * @param recipient name of the journal among the municipality's recipients, such as {@code case-system}
 * @param zone the municipality's, for times in the text
 * @param headlines the headline id under which each kind of note is written; a kind that is missing is held back
 * @param unit the provider unit's id for a person of whom no execution under SoL names one
 * @param personnelId {@code createdPersonnelId} of a note whose author Lifecare does not know by HSA-id
 * @param personnelTitle {@code createdPersonnelTitle} of such a note
 * @param signed whether the notes are signed as they are written; else somebody signs them in Lifecare
 */
public record JournalConfiguration(
        String recipient,
        ZoneId zone,
        Map<NoteKind, Integer> headlines,
        Optional<Integer> unit,
        int personnelId,
        String personnelTitle,
        boolean signed) {
    public JournalConfiguration {
        headlines = Map.copyOf(headlines);
    }
}
