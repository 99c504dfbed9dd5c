package se.omsorgsbron.bridge.deliver;

import java.io.Serial;

/** Nothing is wrong with what came in: it stays where it is and is tried again, because something that it needs does not answer. */
public final class NotNow extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param cause of which only the kind is told */
    public NotNow(Throwable cause) {
        super("it stays where it is and is tried again: " + cause.getClass().getSimpleName());
    }
}
