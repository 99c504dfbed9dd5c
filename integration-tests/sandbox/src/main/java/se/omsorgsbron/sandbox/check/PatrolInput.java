package se.omsorgsbron.sandbox.check;

import java.net.URI;
import java.util.Map;

/**
 * What a check needs to know of the night patrols.
 *
 * @param page where they show what they know; the municipality's code follows
 * @param policies what each patrol may have, by municipality
 */
public record PatrolInput(URI page, Map<String, Policy> policies) {
    public PatrolInput {
        policies = Map.copyOf(policies);
    }
}
