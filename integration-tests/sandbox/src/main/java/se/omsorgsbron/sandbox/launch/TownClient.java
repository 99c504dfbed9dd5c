package se.omsorgsbron.sandbox.launch;

import java.util.Optional;

/**
 * A system or a person of the town that asks for access tokens.
 *
 * @param id its {@code client_id}
 * @param name what it is, for people
 * @param audience whom its tokens are for: {@link TownClients#BRIDGE} or {@link TownClients#PRIMARY_CARE}
 * @param scope what it may do there, a space between
 * @param place whose it is at the bridge; empty where it has no business there
 */
record TownClient(String id, String name, String audience, String scope, Optional<Place> place) {

    /**
     * What the bridge is told of a client.
     *
     * @param role {@code operations}, {@code coordinator}, {@code auditor}, {@code recipient}, {@code night-patrol} or {@code
     *     monitoring}
     * @param municipality code of the one that it acts for; empty for {@code monitoring}
     * @param recipient which of the municipality's recipients it is, or as which it writes; empty for all other roles
     */
    record Place(String role, Optional<String> municipality, Optional<String> recipient) {}
}
