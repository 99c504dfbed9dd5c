package se.omsorgsbron.bridge.disclosure;

/** The concepts that a municipality can disclose to a recipient. */
public enum Disclosed {
    /** Fasta omsorgskontakter: who they are, rank, period, work telephone. */
    CONTACTS,
    /** The professionals and legal guardians of the team: biståndshandläggare, god man, läkare and the others of D25. */
    TEAM,
    /** Anhöriga, friends and other private persons of the team. */
    RELATIVES,
    /** Genomförandeplaner. */
    PLANS,
    /** Handlingsplaner. */
    ACTION_PLANS,
    /** Signed journal notes of the kinds that the rule lists. */
    NOTES
}
