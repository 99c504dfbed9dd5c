package se.omsorgsbron.sandbox.check;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a check needs to know. Nothing of it is the bridge's but its list of held items.
 *
 * @param lifecare base address of Lifecare, {@code /WE.EC.Integration.Host} included
 * @param fhir base address of primary care's FHIR server
 * @param town the town folder: keys, tables, supplements and what is expected to be held
 * @param policies what primary care may have, by municipality
 * @param systems identifier system of the case system, by municipality
 * @param held what the bridge holds back
 * @param patrols the night patrols, where they are looked at too
 * @param clock what day it is
 */
public record CheckInput(
        URI lifecare,
        URI fhir,
        Path town,
        Map<String, Policy> policies,
        Map<String, String> systems,
        HeldItems held,
        Optional<PatrolInput> patrols,
        Clock clock) {
    public CheckInput {
        policies = Map.copyOf(policies);
        systems = Map.copyOf(systems);
    }
}
