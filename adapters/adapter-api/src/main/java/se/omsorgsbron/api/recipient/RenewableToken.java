package se.omsorgsbron.api.recipient;

import java.util.function.Supplier;

/** Gives a bearer token for a request, and another one where that is not taken any more. Implementations are thread-safe. */
public interface RenewableToken extends Supplier<String> {

    /**
     * A system did not take the token (status 401): it is used no longer. The caller may try once more with what {@link #get} gives
     * then.
     *
     * @param token the one that was shown; one that is not in use any more changes nothing
     */
    void refused(String token);
}
