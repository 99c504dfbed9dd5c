package se.omsorgsbron.api.domain;

/**
 * A person's name as the source has it; masked in text form.
 *
 * @param given förnamn, all of them, separated by spaces; may be empty
 * @param family efternamn, a middle name included; may be empty
 */
public record PersonName(String given, String family) {
    /** What stands where a name is withheld, as in the Swedish base profiles' examples. */
    public static final PersonName PROTECTED = new PersonName("", "Skyddad uppgift");

    /** Both parts with a space between, without leading or trailing space. */
    public String full() {
        return (given + " " + family).strip();
    }

    @Override
    public String toString() {
        return "[name]";
    }
}
