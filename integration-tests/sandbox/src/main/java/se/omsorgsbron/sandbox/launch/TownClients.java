package se.omsorgsbron.sandbox.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.omsorgsbron.sandbox.launch.TownClient.Place;
import se.omsorgsbron.sandbox.town.Municipality;
import se.omsorgsbron.sandbox.town.Town;

/** Who asks for access tokens in a town: some for each municipality, and three that are there once. */
final class TownClients {
    /** The {@code aud} of tokens for the bridge. */
    static final String BRIDGE = "https://bridge.omsorgsbron.example";
    /** The {@code aud} of tokens for primary care's FHIR server. */
    static final String PRIMARY_CARE = "https://primary-care.omsorgsbron.example";
    /** Under which the bridge is known at primary care. */
    static final String BRIDGE_ID = "bridge";

    /** What the bridge may do there. */
    static final String EVERYTHING = "system/*.cruds";

    /** What a role may do at the bridge. */
    private static final Map<String, String> SCOPES = Map.of(
            "operations", "held.read held.write",
            "coordinator", "held.read grounds.read grounds.write disclosure.read system/Consent.crs",
            "auditor", "audit.read system/AuditEvent.rs",
            "recipient",
                    "system/CareTeam.crus system/CarePlan.rs system/Communication.crus system/Patient.rs"
                            + " system/Practitioner.rs system/PractitionerRole.rs system/Organization.rs"
                            + " system/RelatedPerson.rs",
            "night-patrol", "patrol.write patrol.read",
            "monitoring", "metrics.read");

    /** A role, and the name under which its only system writes. */
    private static final String PATROL = "night-patrol";

    private TownClients() {}

    /** @param recipients the names of the recipients that the bridge keeps in step, in each municipality */
    static List<TownClient> of(Town town, List<String> recipients) {
        List<TownClient> clients = new ArrayList<>();
        for (Municipality municipality : new TreeMap<>(town.municipalities()).values()) {
            for (String role : List.of("operations", "coordinator", "auditor")) {
                clients.add(atTheBridge(role, role, municipality, Optional.empty()));
            }
            clients.add(atTheBridge(PATROL, PATROL, municipality, Optional.of(PATROL)));
            for (String recipient : recipients) {
                clients.add(atTheBridge(recipient, "recipient", municipality, Optional.of(recipient)));
            }
        }
        clients.add(new TownClient(
                "monitoring",
                "monitoring",
                BRIDGE,
                SCOPES.get("monitoring"),
                Optional.of(new Place("monitoring", Optional.empty(), Optional.empty()))));
        clients.add(
                new TownClient(BRIDGE_ID, "the bridge, at primary care", PRIMARY_CARE, EVERYTHING, Optional.empty()));
        // The bridge's writes are told from others' by the client: whoever alters something by hand is not the bridge.
        clients.add(new TownClient(
                "visitor", "whoever writes by hand at primary care", PRIMARY_CARE, EVERYTHING, Optional.empty()));
        return List.copyOf(clients);
    }

    private static TownClient atTheBridge(
            String what, String role, Municipality municipality, Optional<String> recipient) {
        return new TownClient(
                what + "-" + municipality.code(),
                what + " in " + municipality.name(),
                BRIDGE,
                SCOPES.get(role),
                Optional.of(new Place(role, Optional.of(municipality.code()), recipient)));
    }
}
