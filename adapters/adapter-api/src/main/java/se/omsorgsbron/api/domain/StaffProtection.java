package se.omsorgsbron.api.domain;

/**
 * Skyddade personuppgifter of a member of staff. No source has a field for it, so somebody has to say it; of staff of whom nobody
 * says it, nothing is assumed.
 *
 * @param protection never {@link ProtectedIdentity#NONE}; {@link ProtectedIdentity#UNKNOWN} where it is not said which
 */
public record StaffProtection(ProtectedIdentity protection) implements FactContent {}
