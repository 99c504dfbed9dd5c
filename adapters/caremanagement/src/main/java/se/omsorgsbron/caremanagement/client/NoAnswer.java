package se.omsorgsbron.caremanagement.client;

/** A system gave no answer that decides. The message names what was asked for and the kind of failure, never a URL or content. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean arrived;

    /** @param arrived whether the request may have arrived and been acted on */
    public NoAnswer(String message, boolean arrived) {
        super(message);
        this.arrived = arrived;
    }

    /** Whether the system may have acted on the request. */
    public boolean mayHaveArrived() {
        return arrived;
    }
}
