package se.omsorgsbron.bridge.ledger;

/**
 * When a complete list has lost more than can be believed: then nothing of it is ended until somebody confirms it.
 *
 * @param maxPercent share of the records that may be missing
 * @param maxRecords number of records that may be missing however small the list is
 */
public record ShrinkGuard(double maxPercent, int maxRecords) {

    /** Whether {@code missing} of {@code known} records is too many; an empty list always is. */
    public boolean tooMany(int known, int missing) {
        if (missing == 0) {
            return false;
        }
        boolean empty = missing == known;
        return empty || (missing > maxRecords && missing * 100.0 > known * maxPercent);
    }
}
