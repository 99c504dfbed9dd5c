package se.omsorgsbron.api.domain;

/**
 * Text that somebody wrote about a person; masked in text form.
 *
 * @param value the text, unharmed: line breaks and every character as written
 */
public record FreeText(String value) {
    @Override
    public String toString() {
        return "[" + value.length() + " characters]";
    }
}
