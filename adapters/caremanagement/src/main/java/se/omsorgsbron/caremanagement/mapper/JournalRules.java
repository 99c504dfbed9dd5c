package se.omsorgsbron.caremanagement.mapper;

import java.time.ZoneId;
import java.util.Map;
import se.omsorgsbron.api.domain.NoteKind;

/**
 * How notes of other systems are written in the journal.
 *
 * @param zone of the times that are written
 * @param ownAccount the user in whose name they are written
 * @param headings under which type and heading a note stands, for every kind
 * @param notifications whether the errand's officer is notified of risks and of notes whose author wants them followed up
 */
public record JournalRules(ZoneId zone, String ownAccount, Map<NoteKind, Headed> headings, boolean notifications) {
    public JournalRules {
        headings = Map.copyOf(headings);
    }

    /**
     * What stands over an entry.
     *
     * @param type {@code type}: one of the municipality's types of journal entry
     * @param heading {@code heading}: rubrik
     */
    public record Headed(String type, String heading) {}
}
