package se.omsorgsbron.api.identity;

import java.util.Objects;

/**
 * A number that identifies a person: personnummer, samordningsnummer or nationellt reservnummer. Made by {@link
 * IdentityNumbers#parse}; the text form is masked, so that a log line or an exception never carries it.
 *
 * @param kind which of the three it is
 * @param value exactly 12 characters, as the source wrote them
 */
public record IdentityNumber(Kind kind, String value) {

    /** The kinds of number, each with its own identifier system in FHIR. */
    public enum Kind {
        /** personnummer. */
        PERSONNUMMER,
        /** samordningsnummer: a personnummer whose day has 60 added. */
        SAMORDNINGSNUMMER,
        /** nationellt reservnummer: no check digit, at least one letter. */
        NATIONAL_RESERVE_NUMBER
    }

    public IdentityNumber {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return kind + "[masked]";
    }
}
