package se.omsorgsbron.api.domain;

/** The kinds of subject that the ledger works with; in the order in which they are delivered. */
public enum SubjectKind {
    UNIT,
    STAFF,
    PERSON
}
