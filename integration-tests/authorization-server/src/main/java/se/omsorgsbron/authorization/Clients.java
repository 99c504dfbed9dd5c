package se.omsorgsbron.authorization;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The registered clients, as Spring Authorization Server asks for them. */
final class Clients implements RegisteredClientRepository {
    private static final Duration TOKEN_VALID = Duration.ofMinutes(5);

    private final Map<String, Client> byId;
    private final Map<String, RegisteredClient> registered;

    Clients(List<Client> clients) {
        byId = clients.stream().collect(Collectors.toUnmodifiableMap(Client::id, Function.identity()));
        registered = clients.stream().collect(Collectors.toUnmodifiableMap(Client::id, Clients::registered));
    }

    private static RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                // The only way to show who one is: no client has a secret that could be guessed, sent or left as it
                // was.
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_VALID)
                        .build())
                .build();
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every scope that any client may ask for. */
    Set<String> scopes() {
        return byId.values().stream()
                .flatMap(client -> client.scopes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are registered in the file that the server starts with");
    }

    @Override
    public RegisteredClient findById(String id) {
        return registered.get(id);
    }

    @Override
    public RegisteredClient findByClientId(String id) {
        return registered.get(id);
    }
}
