package se.omsorgsbron.sandbox.check;

import java.util.Set;

/**
 * What primary care may have from one municipality; what is not named is denied.
 *
 * @param contacts the permanent contacts
 * @param team case officer and the professionals around the person
 * @param relatives relatives, from {@code relatives}
 * @param plans {@code implementation-plan}, {@code action-plan}
 * @param notes kinds of note, such as {@code risk}
 */
public record Disclosed(boolean contacts, boolean team, boolean relatives, Set<String> plans, Set<String> notes) {
    /** What a municipality that nobody has configured discloses. */
    public static final Disclosed NOTHING = new Disclosed(false, false, false, Set.of(), Set.of());

    public Disclosed {
        plans = Set.copyOf(plans);
        notes = Set.copyOf(notes);
    }

    /** What the sandbox's bridge is configured to disclose: relatives only in Botkyrka, and no daily notes. */
    public static Disclosed inSandbox(String municipality) {
        return new Disclosed(
                true,
                true,
                "0127".equals(municipality),
                Set.of("implementation-plan", "action-plan"),
                Set.of("deviation", "risk", "follow-up", "changed-need", "hand-over", "critical-information"));
    }
}
