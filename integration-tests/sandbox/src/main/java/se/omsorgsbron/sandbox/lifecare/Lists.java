package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import se.omsorgsbron.sandbox.lifecare.Faults.Met;
import se.omsorgsbron.sandbox.town.Municipality;

/**
 * Finds what a request asks for.
 *
 * @param contract what there is
 * @param registers the records
 * @param municipalities the municipalities by code
 * @param pages how many records a page has
 * @param clock the time, which {@code modifiedAfter} is held against
 */
record Lists(
        Contract contract, Registers registers, Map<String, Municipality> municipalities, PageSize pages, Clock clock) {

    private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(7);

    /**
     * How many records a page has.
     *
     * @param usual without a {@code limit}
     * @param most whatever the {@code limit}
     */
    record PageSize(int usual, int most) {}

    /** One page of the list; empty where nothing fits. */
    List<JsonNode> page(Resource resource, String municipality, Query query, Met faults) {
        query.allowOnly(resource.parameters());
        int limit = Math.min(query.number("limit", pages.usual()), pages.most());
        List<JsonNode> all = new ArrayList<>(select(resource, municipality, query));
        if (resource.ordered()) {
            all.sort(Comparator.comparingLong(node -> node.path("Id").asLong()));
        }
        faults.get(Fault.Kind.SHUFFLE).ifPresent(fault -> Collections.shuffle(all, new Random(fault.seed())));
        if (faults.has(Fault.Kind.DUPLICATE_PAGE)) {
            all.addAll(0, all.stream().limit(limit).toList());
        }
        return all.stream().skip(query.number("offset", 0)).limit(limit).toList();
    }

    private List<JsonNode> select(Resource resource, String municipality, Query query) {
        Optional<Instant> after = query.time("gt");
        Optional<Instant> before = query.time("lt");
        Optional<SearchTerm> term = query.get("q").map(text -> SearchTerm.parse(resource, text));
        boolean delta = after.isPresent() || before.isPresent();
        return of(resource, municipality)
                .filter(entry -> delta || !entry.deleted())
                .filter(entry -> after.map(entry.modified()::isAfter).orElse(true))
                .filter(entry -> before.map(entry.modified()::isBefore).orElse(true))
                .filter(entry ->
                        term.map(asked -> asked.matches(entry.record())).orElse(true))
                // includeInactive: the contract does not say what inactive is; the only field that could is Disabled.
                .filter(entry -> !resource.parameters().contains("includeInactive")
                        || query.get("includeInactive").orElse("").equalsIgnoreCase("true")
                        || !entry.record().path("Disabled").asBoolean())
                .map(entry -> resource.shape().strip(entry.marked()))
                .toList();
    }

    private Stream<Entry> of(Resource resource, String municipality) {
        Belonging belonging = Belonging.of(municipalities, contract, registers);
        return registers.entries(resource).stream()
                .filter(entry -> belonging.isIn(municipality, resource, entry.record()));
    }

    /** The record whose id field has the value. */
    Optional<JsonNode> one(Resource resource, String municipality, String id) {
        String field = resource.byId().orElseThrow();
        return of(resource, municipality)
                .filter(entry -> !entry.deleted())
                .filter(entry -> entry.record().path(field).asText().equals(id))
                .map(entry -> resource.shape().strip(entry.record()))
                .findFirst();
    }

    /** Whether the municipality has a record of that list with that {@code Id}. */
    boolean has(String municipality, String list, String id) {
        return of(contract.resource(list).orElseThrow(), municipality)
                .filter(entry -> !entry.deleted())
                .anyMatch(entry -> entry.record().path("Id").asText().equals(id));
    }

    /** Staff that were modified after a time, and the ids of those that were removed. */
    JsonNode modifiedPersonnel(Resource personnel, String municipality, Query query) {
        query.allowOnly(Set.of("modifiedAfter"));
        Instant after = query.time("modifiedAfter")
                .orElseThrow(() -> new Refusal(400, "The parameter modifiedAfter is required"));
        if (after.isBefore(clock.instant().minus(LONGEST_LOOK_BACK))) {
            throw new Refusal(400, "modifiedAfter can be at most 7 days back in time");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode modified = answer.putArray("ModifiedPersonnel");
        ArrayNode removed = answer.putArray("DeletedPersonnelIds");
        of(personnel, municipality)
                .filter(entry -> entry.modified().isAfter(after))
                .forEach(entry -> {
                    if (entry.deleted()) {
                        removed.add(entry.record().path("Id"));
                    } else {
                        modified.add(personnel.shape().strip(entry.record()));
                    }
                });
        return answer;
    }
}
