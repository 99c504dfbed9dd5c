package se.omsorgsbron.lifecare.mapper;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.TeamRole;

/**
 * What a municipality has settled about its Lifecare.
 *
 * @param zone of times that have no offset, and of days
 * @param notes kind of journal note by headline id
 * @param ignored headline ids of notes that are known and not for the bridge
 * @param plan part of a plan by headline id
 * @param relations role by the text of {@code Relation}
 * @param confidentialityAddOn whether the add-on Personsekretess VoO is used; then a client without {@code IsConfidential} may
 *     be confidential
 */
public record MappingContext(
        ZoneId zone,
        Map<String, NoteKind> notes,
        Set<String> ignored,
        Map<String, PlanPart> plan,
        Map<String, TeamRole> relations,
        boolean confidentialityAddOn) {
    public MappingContext {
        notes = Map.copyOf(notes);
        ignored = Set.copyOf(ignored);
        plan = Map.copyOf(plan);
        relations = Map.copyOf(relations);
    }
}
