package se.omsorgsbron.sandbox.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.omsorgsbron.sandbox.launch.TownClient.Place;

/** What the bridge is told of its entrance: whose tokens it takes, and whose each client is. */
final class EntranceSettings {
    private EntranceSettings() {}

    /**
     * The setting {@code omsorgsbron.entrance}.
     *
     * @param issuer address of the authorization server
     * @param clients of the town; those without a place at the bridge are left out
     */
    static Map<String, Object> of(String issuer, List<TownClient> clients) {
        Map<String, Object> byId = new LinkedHashMap<>();
        clients.forEach(client -> client.place().ifPresent(place -> byId.put(client.id(), settings(place))));
        Map<String, Object> entrance = new LinkedHashMap<>();
        entrance.put("issuer", issuer);
        entrance.put("jwks-url", issuer + "/oauth2/jwks");
        entrance.put("audience", TownClients.BRIDGE);
        entrance.put("clients", byId);
        return entrance;
    }

    private static Map<String, Object> settings(Place place) {
        Map<String, Object> settings = new LinkedHashMap<>();
        place.municipality().ifPresent(code -> settings.put("municipality", code));
        settings.put("role", place.role());
        place.recipient().ifPresent(recipient -> settings.put("recipient", recipient));
        return settings;
    }
}
