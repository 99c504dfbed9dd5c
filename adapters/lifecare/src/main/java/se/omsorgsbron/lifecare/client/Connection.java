package se.omsorgsbron.lifecare.client;

import java.net.URI;
import java.time.Duration;

/**
 * How one municipality's Lifecare is reached. The text form has neither domain nor key.
 *
 * @param baseUri scheme, host and base path, such as {@code https://lifecare.example/WE.EC.Integration.Host}
 * @param domain the {@code domain} query parameter
 * @param key the {@code key} query parameter: a secret
 * @param timeout for one whole answer, its body included
 */
public record Connection(URI baseUri, String domain, String key, Duration timeout) {
    @Override
    public String toString() {
        return "Connection[masked]";
    }
}
