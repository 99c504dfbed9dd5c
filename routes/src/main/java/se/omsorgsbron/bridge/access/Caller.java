package se.omsorgsbron.bridge.access;

import java.util.Optional;
import java.util.Set;

/**
 * Whose request it is. What it may see is settled by the configuration (municipality, role, recipient); the token's scopes can only
 * make it less.
 *
 * @param client its id, as the authorization server and the audit name it
 * @param role what it works as
 * @param municipality whose data it sees, a code of four digits; empty only for {@link Role#MONITORING}
 * @param recipient which recipient's share of the data it sees, or as which it writes; with {@link Role#RECIPIENT} and {@link
 *     Role#NIGHT_PATROL} only
 * @param scopes of its token
 */
public record Caller(
        String client, Role role, Optional<String> municipality, Optional<String> recipient, Set<String> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the role and the token allow that. */
    public boolean may(String scope) {
        return role.covers(scope) && scopes.contains(scope);
    }

    /** Whether the role and the token allow that with such a resource. */
    public boolean may(String resource, Interaction interaction) {
        return role.covers(resource, interaction)
                && scopes.stream().anyMatch(scope -> SmartScope.allows(scope, resource, interaction));
    }

    /** The municipality whose data it sees. */
    public String ownMunicipality() {
        return municipality.orElseThrow(() -> new IllegalStateException("a client of no municipality asked for data"));
    }
}
