package se.omsorgsbron.api.recipient;

/** A recipient gave no answer that decides. The message names the kind of failure, never a URL or content. */
public final class RecipientUnavailable extends Exception {
    private static final long serialVersionUID = 2L;

    private final boolean sent;

    public RecipientUnavailable(String message) {
        this(message, true);
    }

    public RecipientUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.sent = true;
    }

    private RecipientUnavailable(String message, boolean sent) {
        super(message);
        this.sent = sent;
    }

    /** For a failure before anything of the parcel was sent: it is certain that the recipient has nothing of it. */
    public static RecipientUnavailable beforeSending(String message) {
        return new RecipientUnavailable(message, false);
    }

    /** Whether the recipient may have got the parcel. */
    public boolean sent() {
        return sent;
    }
}
