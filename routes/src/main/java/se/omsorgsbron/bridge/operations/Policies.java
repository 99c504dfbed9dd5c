package se.omsorgsbron.bridge.operations;

import java.util.Map;
import java.util.TreeMap;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.disclosure.OperatedBy;

/** What a municipality discloses to whom. */
public final class Policies {
    private Policies() {}

    /** The policy for each of its recipients by name, the journals of its case systems among them. */
    public static Map<String, DisclosurePolicy> of(Municipality municipality) {
        DisclosureTable table = municipality.table();
        Map<String, DisclosurePolicy> policies = new TreeMap<>();
        municipality
                .recipients()
                .forEach((name, system) -> policies.put(name, new DisclosurePolicy(table, name, system.operatedBy())));
        municipality.connected().stream()
                .filter(name -> !municipality.recipients().containsKey(name))
                .forEach(name -> policies.put(name, journal(table, name)));
        return policies;
    }

    /**
     * The policy for the journal of a case system, which is the municipality's own.
     *
     * @param name of the recipient
     */
    public static DisclosurePolicy journal(DisclosureTable table, String name) {
        // Privacy: of protected people only where their protection is recorded. CareManagement has no field for it, so
        // what is written there could not bear the label.
        boolean recorded = name.equals(BridgeConfiguration.CASE_SYSTEM);
        return new DisclosurePolicy(table, name, OperatedBy.MUNICIPALITY, recorded);
    }
}
