package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import se.omsorgsbron.sandbox.caremanagement.Errands.Place;

/** The configuration of a namespace. Its {@code shortCode}, with which errand numbers begin, is unique. */
final class Namespaces {

    private static final String SHORT_CODE = "shortCode";

    private Namespaces() {}

    static Answer answer(Store store, Place place, Call call) {
        return switch (call.method()) {
            case "GET" ->
                Answer.json(
                        200,
                        store.use(
                                false,
                                s -> find(s, place)
                                        .orElseThrow(() -> new Refusal(404, "The namespace has no configuration"))));
            case "POST" -> create(store, place, call);
            default -> throw new Refusal(405, "Method not allowed");
        };
    }

    private static Answer create(Store store, Place place, Call call) {
        ObjectNode namespace = Shape.NAMESPACE.take(call.json());
        namespace.put("municipalityId", place.municipality()).put("namespace", place.namespace());
        return store.use(true, s -> {
            boolean taken = s.namespaces().stream()
                    .anyMatch(other -> other.path(SHORT_CODE).equals(namespace.path(SHORT_CODE)));
            if (taken || find(s, place).isPresent()) {
                throw new Refusal(400, "The shortCode or the namespace is taken");
            }
            s.addNamespace(namespace);
            return Answer.created(place.path() + "/namespace-config");
        });
    }

    /** What errand numbers of the namespace begin with. */
    static String shortCode(Store store, Place place) {
        return find(store, place)
                .map(namespace -> namespace.path(SHORT_CODE).asText())
                .orElse("HC");
    }

    private static Optional<ObjectNode> find(Store store, Place place) {
        return store.namespaces().stream().filter(place::has).findFirst();
    }
}
