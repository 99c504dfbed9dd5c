package se.omsorgsbron.sandbox.check;

/** The check could not be made, which is neither agreement nor difference. The message names no address with a key in it. */
public class CheckFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CheckFailed(String message) {
        super(message);
    }

    public CheckFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
