package se.omsorgsbron.nightpatrol;

/**
 * Återkallelse: a note that should not be used.
 *
 * @param id the sender's own, by which the same withdrawal is known again
 * @param withdraws the sender's id of the note
 */
public record PatrolWithdrawal(String id, String withdraws) {}
