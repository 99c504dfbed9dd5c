package se.omsorgsbron.caremanagement.wire;

/** The longest texts that the contract takes, in UTF-16 units, as Java and so CareManagement counts them. */
public final class Limits {
    /** {@code CreateJournalEntry.text}. */
    public static final int ENTRY_TEXT = 1_048_576;
    /** {@code CreateJournalEntry.heading} and {@code type}, {@code Errand.title}. */
    public static final int HEADING = 255;
    /** {@code createdBy}, {@code typeSlug}, {@code status} and user ids. */
    public static final int USER = 64;

    private Limits() {}
}
