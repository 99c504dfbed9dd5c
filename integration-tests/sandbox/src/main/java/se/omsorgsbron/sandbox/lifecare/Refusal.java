package se.omsorgsbron.sandbox.lifecare;

/** A request that is answered with an error; the message is what the caller is told. */
final class Refusal extends RuntimeException {

    private final int status;

    Refusal(int status, String message) {
        // Part of normal work, so no stack trace.
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
