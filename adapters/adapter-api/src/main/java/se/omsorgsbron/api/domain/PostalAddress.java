package se.omsorgsbron.api.domain;

import java.util.Optional;

/**
 * A postal address; masked in text form. A door code (portkod) is deliberately no part of it: it never leaves the source.
 *
 * @param careOf c/o
 * @param street street and number
 * @param postalCode postnummer
 * @param city postort
 * @param country land, where the source says it
 * @param guarded true where the source marks it as protected: then it never leaves
 */
public record PostalAddress(
        Optional<String> careOf,
        Optional<String> street,
        Optional<String> postalCode,
        Optional<String> city,
        Optional<String> country,
        boolean guarded) {
    @Override
    public String toString() {
        return "[address]";
    }
}
