package se.omsorgsbron.api.recipient;

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

    /** Whether the items of several people refer to it: they wait for it, and it is nobody's own. */
    public boolean shared() {
        return this == STAFF || this == UNITS;
    }
}
