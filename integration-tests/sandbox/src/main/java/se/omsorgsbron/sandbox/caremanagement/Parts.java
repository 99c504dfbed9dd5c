package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import se.omsorgsbron.sandbox.caremanagement.Errands.Place;

/**
 * What CareManagement does with the lists of an errand. Nothing is idempotent: the same POST twice makes two. What is locked gives 409.
 *
 * @param store where they stand
 * @param clock the time that is written
 */
record Parts(Store store, Clock clock) {

    Answer list(Place place, String id, Part part) {
        return Answer.json(200, store.use(false, s -> {
            List<ObjectNode> records = new ArrayList<>(Store.part(Errands.find(s, place, id), part));
            if (part.locks()) {
                // Most recent first, as the contract says.
                Collections.reverse(records);
            }
            return List.copyOf(records);
        }));
    }

    Answer create(Place place, Call call, String id, Part part) {
        ObjectNode record = part.created().take(call.json());
        return store.use(true, s -> {
            ObjectNode errand = Errands.find(s, place, id);
            Store.add(errand, part, stamped(errand, part, record, now()));
            errand.put("touched", now());
            return Answer.created(place.path() + "/errands/" + id + "/" + part.code() + "/"
                    + record.path("id").asText());
        });
    }

    Answer one(Place place, Call call, String id, Part part, String recordId) {
        return switch (call.method()) {
            case "GET" -> Answer.json(200, store.use(false, s -> find(Errands.find(s, place, id), part, recordId)));
            case "PATCH" -> patch(place, call, id, part, recordId);
            case "DELETE" ->
                store.use(true, s -> {
                    ObjectNode errand = Errands.find(s, place, id);
                    Store.remove(errand, part, unlocked(find(errand, part, recordId)));
                    return Answer.empty(204);
                });
            default -> throw new Refusal(405, "Method not allowed");
        };
    }

    private Answer patch(Place place, Call call, String id, Part part, String recordId) {
        ObjectNode patch = part.updated().take(call.json());
        return store.use(true, s -> {
            ObjectNode record = unlocked(find(Errands.find(s, place, id), part, recordId));
            record.setAll(patch);
            record.put("modified", now());
            return part.patched() == 200 ? Answer.json(200, record) : Answer.empty(part.patched());
        });
    }

    Answer lock(Place place, Call call, String id, Part part, String recordId) {
        ObjectNode lock = Shape.LOCK.take(call.json());
        return store.use(true, s -> {
            ObjectNode record = unlocked(find(Errands.find(s, place, id), part, recordId));
            record.setAll(lock);
            record.put("status", "LOCKED").put("locked", now());
            return Answer.json(200, record);
        });
    }

    Answer acknowledge(Place place, String id) {
        return store.use(true, s -> {
            Store.part(Errands.find(s, place, id), Part.NOTIFICATIONS).forEach(n -> n.put("acknowledged", true));
            return Answer.empty(204);
        });
    }

    /** The record as it is when it is created. */
    static ObjectNode stamped(ObjectNode errand, Part part, ObjectNode record, String now) {
        record.put("id", UUID.randomUUID().toString());
        if (part != Part.STAKEHOLDERS) {
            record.put("errandId", errand.path("id").asText()).put("created", now);
        }
        if (part.locks()) {
            record.put("status", "WORKING");
        }
        if (part == Part.NOTIFICATIONS) {
            record.put("acknowledged", record.path("createdBy").equals(record.path("ownerId")));
        }
        return record;
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

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
