package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.omsorgsbron.sandbox.town.Municipality;

/**
 * Which municipality a record belongs to, as {@code docs/town.md} has it: one server holds the records of them all. A
 * person who was removed still belongs where they were; what cannot be told belongs to every municipality.
 */
final class Belonging {

    private final Map<String, Municipality> municipalities;
    private final Map<String, Set<String>> byPerson = new HashMap<>();
    private final Map<String, Set<String>> byExecution = new HashMap<>();

    private Belonging(Map<String, Municipality> municipalities) {
        this.municipalities = municipalities;
    }

    /** As the registers are now. */
    static Belonging of(Map<String, Municipality> municipalities, Contract contract, Registers registers) {
        Belonging belonging = new Belonging(municipalities);
        for (Entry client : registers.entries(contract.resource("clients").orElseThrow())) {
            belonging
                    .byPerson
                    .computeIfAbsent(client.record().path("PersonId").asText(), person -> new HashSet<>())
                    .addAll(belonging.ofClient(client.record()));
        }
        for (Entry execution : registers.entries(contract.resource("executions").orElseThrow())) {
            belonging.byExecution.put(
                    execution.record().path("Id").asText(), belonging.ofUnitOrPerson(execution.record()));
        }
        return belonging;
    }

    boolean isIn(String municipality, Resource resource, JsonNode node) {
        return of(resource, node).contains(municipality);
    }

    private Set<String> of(Resource resource, JsonNode node) {
        return switch (resource.name()) {
            case "clients" -> ofClient(node);
            case "provider_units", "personnel", "provider_headlines" -> ofId(node.path("Id"));
            case "documentations" ->
                byExecution.getOrDefault(node.path("ExecutionId").asText(), everywhere());
            default -> ofUnitOrPerson(node);
        };
    }

    private Set<String> ofClient(JsonNode client) {
        String code = client.path("KeyCode").asText();
        return municipalities.containsKey(code) ? Set.of(code) : everywhere();
    }

    private Set<String> ofUnitOrPerson(JsonNode node) {
        JsonNode unit = node.path("ProviderUnitId").isInt()
                ? node.get("ProviderUnitId")
                : node.path("ProviderUnit").path("Id");
        if (unit.isInt()) {
            return ofId(unit);
        }
        return Optional.of(
                        node.path("PersonId").asText(node.path("ClientPersonId").asText()))
                .map(byPerson::get)
                .orElseGet(this::everywhere);
    }

    private Set<String> ofId(JsonNode id) {
        Set<String> within = new TreeSet<>();
        municipalities.forEach((code, municipality) -> {
            if (id.isInt() && municipality.ids().contains(id.asInt())) {
                within.add(code);
            }
        });
        return within.isEmpty() ? everywhere() : within;
    }

    private Set<String> everywhere() {
        return municipalities.keySet();
    }
}
