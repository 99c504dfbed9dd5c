package se.omsorgsbron.caremanagement.mapper;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.PlanType;

/**
 * What a municipality has settled about its CareManagement.
 *
 * @param zone of days
 * @param ownAccount the user in whose name the bridge writes; what it wrote itself is not read as a note
 * @param persons whether CareManagement is where the municipality's people are known from, and no other case system
 * @param errands what is read of errands
 * @param roles by the role of a stakeholder
 * @param texts what is read of journal entries, notes and documents
 */
public record MappingContext(
        ZoneId zone, String ownAccount, boolean persons, Errands errands, Map<String, Role> roles, Texts texts) {
    public MappingContext {
        roles = Map.copyOf(roles);
    }

    /**
     * Errands that are home care under SoL.
     *
     * @param types their {@code typeSlug}; an errand of any other type is never opened
     * @param states where an errand of that status stands
     */
    public record Errands(Set<String> types, Map<String, ErrandState> states) {
        public Errands {
            types = Set.copyOf(types);
            states = Map.copyOf(states);
        }
    }

    /**
     * What texts mean.
     *
     * @param entries kind of note by the {@code type} of a journal entry
     * @param ignoredEntries types of journal entry that are known and not for the bridge
     * @param notes the kind of an errand's notes, which count as signed when they are written, because nothing signs them; empty where
     *     they are not for the bridge
     * @param plans kind of plan by the {@code type} of a document
     * @param ignoredDocuments types of document that are known and not for the bridge
     * @param labels part of a plan by the label that begins a line, without its colon
     */
    public record Texts(
            Map<String, NoteKind> entries,
            Set<String> ignoredEntries,
            Optional<NoteKind> notes,
            Map<String, PlanType> plans,
            Set<String> ignoredDocuments,
            Map<String, PlanPart> labels) {
        public Texts {
            entries = Map.copyOf(entries);
            ignoredEntries = Set.copyOf(ignoredEntries);
            plans = Map.copyOf(plans);
            ignoredDocuments = Set.copyOf(ignoredDocuments);
            labels = Map.copyOf(labels);
        }
    }
}
