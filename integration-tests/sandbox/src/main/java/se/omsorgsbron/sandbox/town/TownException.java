package se.omsorgsbron.sandbox.town;

/** A town that cannot be used; the message says where and what to write instead, without quoting a record. */
public final class TownException extends RuntimeException {

    /** Says what is wrong. */
    public TownException(String message) {
        super(message);
    }

    /** Says what is wrong, and what it came from. */
    public TownException(String message, Throwable cause) {
        super(message, cause);
    }
}
