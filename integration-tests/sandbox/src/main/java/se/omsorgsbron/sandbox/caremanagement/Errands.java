package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What CareManagement does with errands and their lists. Nothing is idempotent: the same POST twice makes two. What is locked gives 409.
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
                Store.add(errand, Part.NOTIFICATIONS, stamped(errand, Part.NOTIFICATIONS, notification));
            }
            return Answer.empty(204);
        });
    }

    Answer listPart(Place place, String id, Part part) {
        return Answer.json(200, store.use(false, s -> {
            List<ObjectNode> records = new ArrayList<>(Store.part(find(s, place, id), part));
            if (part.locks()) {
                // Most recent first, as the contract says.
                Collections.reverse(records);
            }
            return List.copyOf(records);
        }));
    }

    Answer createPart(Place place, Call call, String id, Part part) {
        ObjectNode record = part.created().take(call.json());
        return store.use(true, s -> {
            ObjectNode errand = find(s, place, id);
            Store.add(errand, part, stamped(errand, part, record));
            errand.put("touched", now());
            return Answer.created(place.path() + "/errands/" + id + "/" + part.code() + "/"
                    + record.path("id").asText());
        });
    }

    Answer onePart(Place place, Call call, String id, Part part, String recordId) {
        return switch (call.method()) {
            case "GET" -> Answer.json(200, store.use(false, s -> find(find(s, place, id), part, recordId)));
            case "PATCH" -> patchPart(place, call, id, part, recordId);
            case "DELETE" ->
                store.use(true, s -> {
                    ObjectNode errand = find(s, place, id);
                    Store.remove(errand, part, unlocked(find(errand, part, recordId)));
                    return Answer.empty(204);
                });
            default -> throw new Refusal(405, "Method not allowed");
        };
    }

    private Answer patchPart(Place place, Call call, String id, Part part, String recordId) {
        ObjectNode patch = part.updated().take(call.json());
        return store.use(true, s -> {
            ObjectNode record = unlocked(find(find(s, place, id), part, recordId));
            record.setAll(patch);
            record.put("modified", now());
            return part.patched() == 200 ? Answer.json(200, record) : Answer.empty(part.patched());
        });
    }

    Answer lock(Place place, Call call, String id, Part part, String recordId) {
        ObjectNode lock = Shape.LOCK.take(call.json());
        return store.use(true, s -> {
            ObjectNode record = unlocked(find(find(s, place, id), part, recordId));
            record.setAll(lock);
            record.put("status", "LOCKED").put("locked", now());
            return Answer.json(200, record);
        });
    }

    Answer acknowledge(Place place, String id) {
        return store.use(true, s -> {
            Store.part(find(s, place, id), Part.NOTIFICATIONS).forEach(n -> n.put("acknowledged", true));
            return Answer.empty(204);
        });
    }

    private ObjectNode stamped(ObjectNode errand, Part part, ObjectNode record) {
        record.put("id", UUID.randomUUID().toString());
        if (part != Part.STAKEHOLDERS) {
            record.put("errandId", errand.path("id").asText()).put("created", now());
        }
        if (part.locks()) {
            record.put("status", "WORKING");
        }
        if (part == Part.NOTIFICATIONS) {
            record.put("acknowledged", record.path("createdBy").equals(record.path("ownerId")));
        }
        return record;
    }

    private static ObjectNode find(Store store, Place place, String id) {
        return store.errands(place::has).stream()
                .filter(errand -> errand.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "The errand was not found"));
    }

    private static ObjectNode find(ObjectNode errand, Part part, String id) {
        return Store.part(errand, part).stream()
                .filter(record -> record.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "It was not found"));
    }

    private static ObjectNode unlocked(ObjectNode record) {
        if (record.path("status").asText().equals("LOCKED")) {
            throw new Refusal(409, "It is locked and cannot be changed");
        }
        return record;
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
