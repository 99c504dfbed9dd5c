package se.omsorgsbron.bridge.entrance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import se.omsorgsbron.bridge.access.Caller;
import se.omsorgsbron.bridge.config.EntranceConfiguration.Client;

/** From a token that is good to the caller whom the configuration knows. */
final class Callers implements Converter<Jwt, AbstractAuthenticationToken> {
    private final Map<String, Client> clients;

    Callers(Map<String, Client> clients) {
        this.clients = Map.copyOf(clients);
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String id = client(token);
        Client client = clients.get(id);
        if (client == null) {
            throw new InvalidBearerTokenException("the token's client is not known here");
        }
        return new CallerToken(new Caller(
                id,
                client.role(),
                Optional.ofNullable(client.municipality()),
                Optional.ofNullable(client.recipient()),
                scopes(token)));
    }

    /** RFC 9068 has {@code client_id}, some servers {@code azp}; with client credentials {@code sub} is the client, too. */
    private static String client(Jwt token) {
        for (String claim : new String[] {"client_id", "azp", "sub"}) {
            if (token.getClaim(claim) instanceof String id && !id.isBlank()) {
                return id;
            }
        }
        return "";
    }

    /** A text with spaces (RFC 8693) or a list, as some servers write it. */
    private static Set<String> scopes(Jwt token) {
        Object scope = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        if (scope instanceof String text) {
            return Arrays.stream(text.split(" "))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.toSet());
        }
        return scope instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
