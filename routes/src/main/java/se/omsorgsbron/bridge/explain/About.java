package se.omsorgsbron.bridge.explain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.FactContent;
import se.omsorgsbron.api.domain.FactKind;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Plan;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;

/** Which parts of which concepts of the disclosure table a fact is about. Pure. */
final class About {
    private About() {}

    /** The parts in question, by concept; none for what leaves only with something else, or not at all. */
    static Map<DisclosedConcept, Set<String>> of(Stream<FactContent> contents) {
        Map<DisclosedConcept, Set<String>> about = new EnumMap<>(DisclosedConcept.class);
        contents.forEach(content -> of(content)
                .forEach((concept, parts) -> about.computeIfAbsent(concept, c -> new LinkedHashSet<>())
                        .addAll(parts)));
        return about;
    }

    private static Map<DisclosedConcept, ? extends Collection<String>> of(FactContent content) {
        return switch (FactKind.of(content)) {
            case PERMANENT_CONTACT, CONTACT_STEP, CONTACT_RANK, STAFF_MEMBER, PROOF_OF_TITLE, SIGNED_ROUTINE ->
                whole(DisclosedConcept.CONTACTS);
            case DECISION -> role(TeamRole.CASE_OFFICER);
            case TEAM_MEMBER -> role(((TeamMember) content).role());
            case PLAN -> whole(DisclosedConcept.of(((Plan) content).type()));
            case JOURNAL_NOTE ->
                Map.of(
                        DisclosedConcept.NOTES,
                        List.of(((JournalNote) content).kind().code()));
            case RECORDED_GROUND -> ground((RecordedGround) content);
            // They leave only with something else, or settle what leaves.
            case PERSON, PROVIDER_UNIT, EXECUTION, VISIT, STAFF_PROTECTION, NOT_FOR_PATIENT -> Map.of();
        };
    }

    private static Map<DisclosedConcept, List<String>> whole(DisclosedConcept concept) {
        return Map.of(concept, concept.parts());
    }

    private static Map<DisclosedConcept, List<String>> role(TeamRole role) {
        return Map.of(DisclosedConcept.of(role), List.of(role.code()));
    }

    private static Map<DisclosedConcept, List<String>> ground(RecordedGround ground) {
        Map<DisclosedConcept, List<String>> covered = new EnumMap<>(DisclosedConcept.class);
        for (DisclosedConcept concept : DisclosedConcept.values()) {
            List<DisclosedConcept> scope = ground.scope().concepts();
            if (scope.isEmpty() || scope.contains(concept)) {
                covered.put(concept, concept.parts());
            }
        }
        return covered;
    }
}
