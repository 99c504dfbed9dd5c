package se.omsorgsbron.sandbox.check;

/**
 * An item that the bridge holds back.
 *
 * @param id its number in the bridge
 * @param municipality code
 * @param source {@code lifecare/<resource>/<Id>} or {@code supplements/<line>}
 * @param reason code of the reason
 * @param owner who has to mend it
 * @param problem what is wrong, in words
 */
public record HeldItem(String id, String municipality, String source, String reason, String owner, String problem) {}
