package se.omsorgsbron.api.http;

/** A system gave no whole answer in time. The message names the system and the kind of failure, never a URL or content. */
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean arrived;

    Unanswered(String message, boolean arrived) {
        super(message);
        this.arrived = arrived;
    }

    /** Whether the request may have arrived and been acted on. */
    public boolean mayHaveArrived() {
        return arrived;
    }
}
