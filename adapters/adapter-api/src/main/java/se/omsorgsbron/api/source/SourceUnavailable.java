package se.omsorgsbron.api.source;

/** A source did not answer, or its answer broke off. The message names the feed and the kind of failure, never a URL. */
public final class SourceUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceUnavailable(String message) {
        super(message);
    }

    public SourceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
