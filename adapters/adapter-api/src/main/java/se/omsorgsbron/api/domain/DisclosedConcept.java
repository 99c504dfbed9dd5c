package se.omsorgsbron.api.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The concepts that can be disclosed, each with the parts that can leave on their own. */
public enum DisclosedConcept {
    /** Fasta omsorgskontakter. */
    CONTACTS("contacts", List.of("assignment", "work-telephone", "work-email")),
    /** The professionals and legal guardians of the team: biståndshandläggare, god man, läkare and the others of D25, by role. */
    TEAM("team", roles(false)),
    /** Anhöriga, friends and other private persons of the team, by role. */
    RELATIVES("relatives", roles(true)),
    /** Genomförandeplaner. Their dates leave with any part. */
    PLANS("plans", planParts()),
    /** Handlingsplaner. */
    ACTION_PLANS("action-plans", planParts()),
    /** Signed journal notes, by kind. */
    NOTES("notes", Arrays.stream(NoteKind.values()).map(NoteKind::code).toList());

    private final String code;

    // Made by List.copyOf, which cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> parts;

    DisclosedConcept(String code, List<String> parts) {
        this.code = code;
        this.parts = List.copyOf(parts);
    }

    public String code() {
        return code;
    }

    /** Codes of its parts. */
    public List<String> parts() {
        return parts;
    }

    public static Optional<DisclosedConcept> ofCode(String code) {
        return Arrays.stream(values())
                .filter(concept -> concept.code.equals(code))
                .findFirst();
    }

    /** The concept under which a plan of that type is disclosed. */
    public static DisclosedConcept of(PlanType type) {
        return type == PlanType.ACTION_PLAN ? ACTION_PLANS : PLANS;
    }

    /** The concept under which a member of the team in that role is disclosed. */
    public static DisclosedConcept of(TeamRole role) {
        return RELATIVES.parts.contains(role.code()) ? RELATIVES : TEAM;
    }

    private static List<String> planParts() {
        return List.of("activities", "night-activities", "goals", "participation", "follow-up", "important", "other");
    }

    private static List<String> roles(boolean relatives) {
        Set<TeamRole> privatePersons = Set.of(TeamRole.RELATIVE, TeamRole.FRIEND);
        return Stream.of(TeamRole.values())
                .filter(role -> privatePersons.contains(role) == relatives)
                .map(TeamRole::code)
                .toList();
    }
}
