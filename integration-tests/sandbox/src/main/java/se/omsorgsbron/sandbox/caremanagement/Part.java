package se.omsorgsbron.sandbox.caremanagement;

import java.util.Arrays;
import java.util.Optional;

/**
 * A list in an errand; named as its path segment, and as its field in the town's and the state's files.
 */
enum Part {
    STAKEHOLDERS("stakeholders", Shape.STAKEHOLDER, Shape.STAKEHOLDER, 204, false),
    NOTES("notes", Shape.NOTE, Shape.UPDATE_NOTE, 200, false),
    JOURNAL_ENTRIES("journal-entries", Shape.ENTRY, Shape.UPDATE_ENTRY, 200, true),
    DOCUMENTS("documents", Shape.DOCUMENT, Shape.UPDATE_DOCUMENT, 200, true),
    NOTIFICATIONS("notifications", Shape.NOTIFICATION, Shape.NOTIFICATION, 204, false);

    private final String code;
    private final Shape created;
    private final Shape updated;
    private final int patched;
    private final boolean locks;

    Part(String code, Shape created, Shape updated, int patched, boolean locks) {
        this.code = code;
        this.created = created;
        this.updated = updated;
        this.patched = patched;
        this.locks = locks;
    }

    String code() {
        return code;
    }

    Shape created() {
        return created;
    }

    Shape updated() {
        return updated;
    }

    /** The status that a PATCH is answered with. */
    int patched() {
        return patched;
    }

    /** Whether its records can be locked. */
    boolean locks() {
        return locks;
    }

    static Optional<Part> ofCode(String code) {
        return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst();
    }
}
