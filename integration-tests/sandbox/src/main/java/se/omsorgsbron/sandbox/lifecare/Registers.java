package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.sandbox.town.Town.Change;

/** Everything that Lifecare has, and the scripted changes that were made to it. Thread-safe. */
final class Registers {

    private final Map<String, Register> registers = new LinkedHashMap<>();
    private final Set<String> appliedChanges = new LinkedHashSet<>();
    private final Clock clock;
    private long version;

    Registers(Contract contract, Clock clock) {
        this.clock = clock;
        contract.resources().forEach(resource -> registers.put(resource.name(), Register.empty(resource)));
    }

    /** Makes what stands in the folder true in Lifecare, as far as it differs from the last look. */
    synchronized void take(Resource resource, List<JsonNode> records) {
        if (registers.get(resource.name()).take(records, now())) {
            version++;
        }
    }

    /** Makes the first change that was not made yet; empty when there is none left. */
    synchronized Optional<Change> applyNext(List<Change> script) {
        Optional<Change> next = script.stream()
                .filter(change -> !appliedChanges.contains(change.name()))
                .findFirst();
        next.ifPresent(change -> {
            apply(registers.get(change.resource()), change);
            appliedChanges.add(change.name());
            version++;
        });
        return next;
    }

    synchronized boolean isApplied(Change change) {
        return appliedChanges.contains(change.name());
    }

    synchronized List<Entry> entries(Resource resource) {
        return registers.get(resource.name()).entries();
    }

    /** Grows with every change to anything here. */
    synchronized long version() {
        return version;
    }

    /** Lets the state file read or fill everything, while nobody else does. */
    synchronized void exclusively(StateAccess access) {
        access.use(registers, appliedChanges);
    }

    /** Reads or fills the registers, by list, and the names of the changes that were made. */
    interface StateAccess {
        void use(Map<String, Register> registers, Set<String> appliedChanges);
    }

    private void apply(Register register, Change change) {
        if (change instanceof Change.Edit edit) {
            Entry entry = register.live(edit.id()).orElseThrow(() -> missing(change));
            ObjectNode edited = entry.record().deepCopy();
            edited.setAll(edit.set());
            register.put(edit.id(), edited, now());
        } else if (change instanceof Change.Add add) {
            String key = register.resource().keyOf(add.record()).orElseThrow(() -> missing(change));
            register.put(key, add.record(), now());
        } else if (change instanceof Change.Remove remove && !register.remove(remove.id(), now())) {
            throw missing(change);
        }
    }

    private static Refusal missing(Change change) {
        return new Refusal(409, "There is no such record for the change \"" + change.name() + "\"");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
