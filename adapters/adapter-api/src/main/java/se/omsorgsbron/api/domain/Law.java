package se.omsorgsbron.api.domain;

/** The law that a decision, an execution or a note is made under; acronyms as in Swedish. */
public enum Law {
    SOL,
    LSS,
    HSL,
    /** Any other that the source names (FTJ, LASS, RFTJ, SFB): not home care under SoL. */
    OTHER,
    /** The source does not say. */
    UNKNOWN
}
