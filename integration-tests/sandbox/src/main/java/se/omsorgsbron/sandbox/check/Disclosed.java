package se.omsorgsbron.sandbox.check;

import java.util.Set;

/**
 * What primary care may have of one person; what is not named is denied.
 *
 * @param contacts the permanent contacts
 * @param roles who else in the team, by role
 * @param plans {@code implementation-plan}, {@code action-plan}
 * @param notes kinds of note, such as {@code risk}
 */
public record Disclosed(boolean contacts, Set<String> roles, Set<String> plans, Set<String> notes) {
    /** Nothing. */
    public static final Disclosed NOTHING = new Disclosed(false, Set.of(), Set.of(), Set.of());

    public Disclosed {
        roles = Set.copyOf(roles);
        plans = Set.copyOf(plans);
        notes = Set.copyOf(notes);
    }
}
