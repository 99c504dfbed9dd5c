package se.omsorgsbron.caremanagement.wire;

import se.omsorgsbron.api.domain.SourceReference;

/** The kinds of record that are told apart; the lists among them are named as their path segment in the contract. */
public enum Resource {
    ERRANDS("errands"),
    STAKEHOLDERS("stakeholders"),
    /** The person behind the stakeholders of several errands, by party id. */
    PARTIES("parties"),
    /** The member of staff behind the stakeholders of several errands, by user id. */
    STAFF("staff"),
    JOURNAL_ENTRIES("journal-entries"),
    NOTES("notes"),
    DOCUMENTS("documents"),
    NOTIFICATIONS("notifications");

    /** The source system in {@link SourceReference}. */
    public static final String SYSTEM = "caremanagement";

    private final String code;

    Resource(String code) {
        this.code = code;
    }

    /** Name of the list, such as {@code journal-entries}. */
    public String code() {
        return code;
    }

    /** Reference to the record with that id. */
    public SourceReference source(String id) {
        return new SourceReference(SYSTEM, code, id);
    }
}
