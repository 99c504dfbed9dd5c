package se.omsorgsbron.bridge.access;

/** No access token could be had. The message says why, without secrets or addresses. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessDenied(String message) {
        super(message);
    }
}
