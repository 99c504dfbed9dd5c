package se.omsorgsbron.bridge.access;

/** What can be done with a FHIR resource; the letters are those of SMART App Launch 2.2, section "Scopes for requesting FHIR Resources". */
public enum Interaction {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
