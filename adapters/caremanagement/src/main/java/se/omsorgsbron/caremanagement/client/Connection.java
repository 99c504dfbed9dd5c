package se.omsorgsbron.caremanagement.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How one municipality's CareManagement, or its party look-up, is reached. The text form has no address and no token.
 *
 * @param uri for CareManagement scheme, host and path up to the namespace, without a last slash; for the look-up its whole address
 * @param sentBy the user in whose name requests are made
 * @param bearerToken asked anew for each request, so that it can expire
 * @param timeout for one whole answer, its body included
 */
public record Connection(URI uri, String sentBy, Optional<Supplier<String>> bearerToken, Duration timeout) {
    @Override
    public String toString() {
        return "Connection[masked]";
    }
}
