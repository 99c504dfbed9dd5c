package se.omsorgsbron.api.recipient;

import se.omsorgsbron.api.domain.NoteKind;

/** What an item is about; a refused delivery is split by it. In order of urgency: risks go first. */
public enum Concept {
    /** The recipient's own record of the person, which everything else refers to. */
    PERSON,
    RISK,
    CONTACTS,
    PLANS,
    NOTES,
    STAFF,
    UNITS;

    /** What a note of that kind is about. */
    public static Concept of(NoteKind kind) {
        return kind == NoteKind.RISK ? RISK : NOTES;
    }

    /** Whether the items of several people refer to it: they wait for it, and it is nobody's own. */
    public boolean shared() {
        return this == STAFF || this == UNITS;
    }
}
