package se.omsorgsbron.api.recipient;

/** A recipient gave no answer that decides. The message names the kind of failure, never a URL or content. */
public final class RecipientUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public RecipientUnavailable(String message) {
        super(message);
    }

    public RecipientUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
