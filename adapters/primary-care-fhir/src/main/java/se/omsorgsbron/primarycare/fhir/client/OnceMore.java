package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tries once more, with a new token, what a recipient did not take because of the old one. It did nothing of it then. */
final class OnceMore {
    private static final int LONGEST_CHAIN = 20;

    private OnceMore() {}

    /** The token was refused and has been dropped. */
    static final class TokenDropped extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        TokenDropped() {
            super("the token was refused");
        }
    }

    static <T> T with(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            if (!isTokenDropped(failure)) {
                throw failure;
            }
            return call.get();
        }
    }

    private static boolean isTokenDropped(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(TokenDropped.class::isInstance);
    }
}
