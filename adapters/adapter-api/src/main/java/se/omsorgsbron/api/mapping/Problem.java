package se.omsorgsbron.api.mapping;

/**
 * One thing that is wrong with one field.
 *
 * @param reason what kind of problem it is
 * @param field path in the source record, such as {@code EstablishedDate}
 * @param found what stood there; of personal data only its shape ("11 digits"), never the value
 * @param expected what should stand there, in words
 */
public record Problem(Reason reason, String field, String found, String expected) {}
