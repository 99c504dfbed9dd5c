package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What CareManagement does with errands. Nothing is idempotent: the same POST twice makes two.
 *
 * @param store where they stand
 * @param clock the time that is written
 */
record Errands(Store store, Clock clock) {

    private static final int USUAL_SIZE = 10;

    /** The namespace of a municipality that a request is for, and its path. */
    record Place(String municipality, String namespace) {
        boolean has(ObjectNode errand) {
            return errand.path("municipalityId").asText().equals(municipality)
                    && errand.path("namespace").asText().equals(namespace);
        }

        String path() {
            return "/" + municipality + "/" + namespace;
        }
    }

    Answer list(Place place, Call call) {
        Predicate<ObjectNode> filter = Optional.ofNullable(call.query().get("filter"))
                .map(Filter::parse)
                .orElse(errand -> true);
        int page = call.number("page", 0, 0);
        int size = call.number("size", USUAL_SIZE, 1);
        List<ObjectNode> all = new ArrayList<>(store.use(false, s -> s.errands(filter.and(place::has))));
        if (call.query().getOrDefault("sort", "").equals("created,asc")) {
            all.sort(Comparator.comparing(errand -> errand.path("created").asText()));
        } else {
            all.sort(Comparator.comparing(
                            (ObjectNode errand) -> errand.path("touched").asText())
                    .reversed());
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var rows = answer.putArray("errands");
        all.stream().skip((long) page * size).limit(size).forEach(errand -> rows.add(bare(errand)));
        answer.putObject("_meta")
                .put("page", page)
                .put("limit", size)
                .put("count", rows.size())
                .put("totalRecords", all.size())
                .put("totalPages", (all.size() + size - 1) / size);
        return Answer.json(200, answer);
    }

    Answer create(Place place, Call call) {
        ObjectNode errand = Shape.ERRAND.take(call.json());
        String id = UUID.randomUUID().toString();
        errand.put("id", id).put("municipalityId", place.municipality()).put("namespace", place.namespace());
        store.use(true, s -> {
            errand.put(
                    "errandNumber",
                    Namespaces.shortCode(s, place) + "-"
                            + (s.errands(place::has).size() + 1));
            errand.put("created", now()).put("modified", now()).put("touched", now());
            s.add(errand);
            return errand;
        });
        return Answer.created(place.path() + "/errands/" + id);
    }

    Answer one(Place place, Call call, String id) {
        return switch (call.method()) {
            case "GET" -> Answer.json(200, store.use(false, s -> bare(find(s, place, id))));
            case "PATCH" -> patch(place, call, id);
            case "DELETE" ->
                store.use(true, s -> {
                    s.remove(find(s, place, id));
                    return Answer.empty(204);
                });
            default -> throw new Refusal(405, "Method not allowed");
        };
    }

    private Answer patch(Place place, Call call, String id) {
        ObjectNode patch = Shape.PATCH_ERRAND.take(call.json());
        return store.use(true, s -> {
            ObjectNode errand = find(s, place, id);
            boolean assigned =
                    patch.has("assignedUserId") && !patch.get("assignedUserId").equals(errand.path("assignedUserId"));
            errand.setAll(patch);
            errand.put("modified", now()).put("touched", now());
            if (assigned) {
                ObjectNode notification = JsonNodeFactory.instance
                        .objectNode()
                        .put("ownerId", patch.path("assignedUserId").asText())
                        .put("type", "UPDATE")
                        .put("subType", "ERRAND")
                        .put("description", "Ett ärende har tilldelats dig");
                Store.add(errand, Part.NOTIFICATIONS, Parts.stamped(errand, Part.NOTIFICATIONS, notification, now()));
            }
            return Answer.empty(204);
        });
    }

    static ObjectNode find(Store store, Place place, String id) {
        return store.errands(place::has).stream()
                .filter(errand -> errand.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "The errand was not found"));
    }

    /** The errand without its lists. */
    private static ObjectNode bare(ObjectNode errand) {
        ObjectNode bare = errand.deepCopy();
        for (Part part : Part.values()) {
            bare.remove(part.code());
        }
        return bare;
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
