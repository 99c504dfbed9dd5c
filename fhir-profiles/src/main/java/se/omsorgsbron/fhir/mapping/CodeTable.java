package se.omsorgsbron.fhir.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of codes, used both ways.
 *
 * @param <D> the domain's values
 * @param <W> what goes on the wire
 */
public final class CodeTable<D, W> {
    private final Map<D, W> toWire;
    private final Map<W, D> toDomain = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two values share a code, which could not be read back */
    CodeTable(Map<D, W> toWire) {
        this.toWire = Map.copyOf(toWire);
        toWire.forEach((domain, wire) -> {
            if (toDomain.put(wire, domain) != null) {
                throw new IllegalArgumentException("two values have the code " + wire);
            }
        });
    }

    /** The code of a value; empty where it has none on the wire. */
    public Optional<W> toWire(D domain) {
        return Optional.ofNullable(toWire.get(domain));
    }

    /** The value with a code; empty where the table has no such code. */
    public Optional<D> toDomain(W wire) {
        return Optional.ofNullable(toDomain.get(wire));
    }

    /** The values that have a code. */
    public Set<D> domain() {
        return toWire.keySet();
    }
}
