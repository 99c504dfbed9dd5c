package se.omsorgsbron.sandbox.check;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a recipient may have of one person; what is not named is denied.
 *
 * @param contacts the permanent contacts
 * @param roles who else in the team, by role
 * @param plans {@code implementation-plan}, {@code action-plan}
 * @param planParts which parts of each of these plans: {@code implementation-plan/all}, {@code implementation-plan/night-activities}
 * @param notes kinds of note, such as {@code risk}
 */
public record Disclosed(
        boolean contacts, Set<String> roles, Set<String> plans, Set<String> planParts, Set<String> notes) {
    /** Nothing. */
    public static final Disclosed NOTHING = new Disclosed(false, Set.of(), Set.of(), Set.of(), Set.of());

    public Disclosed {
        roles = Set.copyOf(roles);
        plans = Set.copyOf(plans);
        planParts = Set.copyOf(planParts);
        notes = Set.copyOf(notes);
    }

    /** The parts of a plan of that type. */
    Set<String> parts(String plan) {
        return planParts.stream()
                .filter(part -> part.startsWith(plan + "/"))
                .map(part -> part.substring(plan.length() + 1))
                .collect(Collectors.toSet());
    }
}
