package se.omsorgsbron.bridge.config;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import se.omsorgsbron.bridge.access.Role;

/**
 * Who may come in over HTTP. Without it nothing answers but whether the bridge lives and is ready.
 *
 * @param issuer the authorization server, as its tokens name it in {@code iss}
 * @param jwksUrl where its public keys are
 * @param audience what its tokens for this bridge have in {@code aud}
 * @param clients by id, as its tokens name them
 * @param maxBody largest body of a request
 * @param requestsPerSecond of one client; more are told to come again
 */
public record EntranceConfiguration(
        URI issuer,
        URI jwksUrl,
        String audience,
        @DefaultValue Map<String, Client> clients,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("50") int requestsPerSecond) {

    /**
     * One client.
     *
     * @param municipality whose data it sees, four digits in quotes; none for {@code monitoring}
     * @param role {@code operations}, {@code coordinator}, {@code auditor}, {@code recipient}, {@code night-patrol} or {@code
     *     monitoring}
     * @param recipient with role {@code recipient}: which one's share of the data it sees; with role {@code night-patrol}: the
     *     name under which it writes, such as {@code night-patrol}
     */
    public record Client(String municipality, Role role, String recipient) {}
}
