package se.omsorgsbron.sandbox.caremanagement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.omsorgsbron.sandbox.caremanagement.Errands.Place;

/**
 * The API below {@code /{municipalityId}/{namespace}}: errands, their stakeholders, notes, journal entries, documents and notifications,
 * and {@code namespace-config}. {@code X-Sent-By} is compulsory.
 *
 * @param errands does what concerns errands
 * @param parts does what concerns their lists
 */
record CareManagementApi(Errands errands, Parts parts) {

    private static final Pattern SENT_BY = Pattern.compile("[^;\\s]+; ?type=[A-Za-z]+");
    private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{4}");

    /** What a request is about, as faults and the access log name it. */
    static String resource(Call call) {
        List<String> path = call.path();
        return path.size() > 4 ? path.get(4) : path.size() > 2 ? path.get(2) : "*";
    }

    Answer answer(Call call) {
        List<String> path = call.path();
        if (path.size() < 3 || !MUNICIPALITY.matcher(path.get(0)).matches()) {
            throw new Refusal(404, "There is no such resource");
        }
        if (!call.sentBy().map(user -> SENT_BY.matcher(user).matches()).orElse(false)) {
            throw new Refusal(400, "The header X-Sent-By is required: <user>; type=adAccount");
        }
        Place place = new Place(path.get(0), path.get(1));
        if (path.get(2).equals("namespace-config") && path.size() == 3) {
            return Namespaces.answer(errands.store(), place, call);
        }
        if (!path.get(2).equals("errands")) {
            throw new Refusal(404, "There is no such resource");
        }
        return switch (path.size()) {
            case 3 -> errands(place, call);
            case 4 -> errands.one(place, call, path.get(3));
            default -> part(place, call);
        };
    }

    private Answer errands(Place place, Call call) {
        return switch (call.method()) {
            case "GET" -> errands.list(place, call);
            case "POST" -> errands.create(place, call);
            default -> throw new Refusal(405, "Method not allowed");
        };
    }

    private Answer part(Place place, Call call) {
        List<String> path = call.path();
        String id = path.get(3);
        Optional<Part> part = Part.ofCode(path.get(4));
        String rest = String.join("/", path.subList(5, path.size()));
        if (part.isEmpty()) {
            throw new Refusal(404, "There is no such resource");
        }
        if (path.size() == 5) {
            return switch (call.method()) {
                case "GET" -> parts.list(place, id, part.get());
                case "POST" -> parts.create(place, call, id, part.get());
                default -> throw new Refusal(405, "Method not allowed");
            };
        }
        if (part.get() == Part.NOTIFICATIONS
                && rest.equals("acknowledged")
                && call.method().equals("PUT")) {
            return parts.acknowledge(place, id);
        }
        if (path.size() == 7
                && part.get().locks()
                && rest.endsWith("/lock")
                && call.method().equals("POST")) {
            return parts.lock(place, call, id, part.get(), path.get(5));
        }
        if (path.size() == 6) {
            return parts.one(place, call, id, part.get(), path.get(5));
        }
        throw new Refusal(404, "There is no such resource");
    }
}
