package se.omsorgsbron.api.domain;

/**
 * Personnummer, samordningsnummer eller reservnummer as a name of a person. Every source that knows people by such a number uses this
 * one naming, so that what two case systems say of the same number is about the same subject.
 */
public final class PersonNumberKey {
    /** The naming; it bears the name of the source that had it first, because ledgers hold keys under it. */
    public static final String SYSTEM = "lifecare/person-number";

    private PersonNumberKey() {}

    /** The key of the person with that number, as the source wrote it. */
    public static SubjectKey of(String number) {
        return new SubjectKey(SubjectKind.PERSON, SYSTEM, number);
    }
}
