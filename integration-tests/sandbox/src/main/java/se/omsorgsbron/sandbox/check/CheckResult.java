package se.omsorgsbron.sandbox.check;

import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param people people that Lifecare has, counted per municipality
 * @param facts records read in Lifecare, and lines of the supplements
 * @param resources the bridge's resources that the FHIR server holds, by type
 * @param profiles claims of the bridge's profiles, by canonical
 * @param held items held back, by reason
 * @param heldItems the items themselves
 * @param municipalities the bridge's resources by municipality and type; Patients, which belong to nobody, are under
 *     the municipality in which the person lives now
 * @param patrols how many entries of each kind the night patrols know, by municipality; empty where they are not looked at
 * @param differences what is not as it should be; empty when everything agrees
 */
public record CheckResult(
        int people,
        int facts,
        Map<String, Integer> resources,
        Map<String, Integer> profiles,
        Map<String, Integer> held,
        List<HeldItem> heldItems,
        Map<String, Map<String, Integer>> municipalities,
        Map<String, Map<String, Integer>> patrols,
        List<Difference> differences) {
    public CheckResult {
        heldItems = List.copyOf(heldItems);
        differences = List.copyOf(differences);
    }

    /** Whether everybody holds exactly what they should. */
    public boolean agrees() {
        return differences.isEmpty();
    }
}
