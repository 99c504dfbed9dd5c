package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.omsorgsbron.sandbox.town.Municipality;

/**
 * The API below {@link #BASE}: {@code GET} of the lists, of one record where the contract has it, and of
 * {@code modified_personnel}; {@code POST} of notes to the journal. A list without records is 404, as Lifecare answers.
 *
 * @param contract what there is
 * @param lists finds it
 * @param journal takes notes
 * @param faults what goes wrong
 */
record LifecareApi(Contract contract, Lists lists, Journal journal, Faults faults) {

    /** The base path of the contract. */
    static final String BASE = "/WE.EC.Integration.Host";

    private static final String UNKNOWN = BASE + "/…";
    private static final Pattern PATH = Pattern.compile(BASE + "/api/v([0-9])/([a-z_]+)(?:/([^/]+))?");
    private static final String JOURNAL = BASE + "/api/v2/" + Journal.RESOURCE;
    private static final String MODIFIED = "modified_personnel";

    /** What a path names: a list, or something in it. */
    private record Target(Resource resource, Optional<String> below) {

        boolean isModifiedPersonnel() {
            return resource.name().equals("personnel")
                    && below.filter(MODIFIED::equals).isPresent();
        }

        boolean exists() {
            return below.isEmpty() || resource.byId().isPresent() || isModifiedPersonnel();
        }

        String logged() {
            return BASE + resource.path() + (isModifiedPersonnel() ? "/" + MODIFIED : below.isPresent() ? "/{id}" : "");
        }
    }

    /** Answers a request; {@code path} is decoded, {@code query} as it came. */
    Answer answer(String method, String path, String query, byte[] body) {
        if (path.equals(JOURNAL)) {
            return journal(method, query, body);
        }
        Optional<Target> target = target(path);
        if (target.isEmpty()) {
            return error(UNKNOWN, new Refusal(404, "There is no such resource"));
        }
        String logged = target.get().logged();
        if (!method.equals("GET")) {
            return error(logged, new Refusal(405, "The resource does not support this method"));
        }
        try {
            Query parsed = Query.parse(query);
            String municipality = authorised(parsed);
            Faults.Met met = faults.meet(target.get().resource().name(), municipality);
            return met.spoil(found(target.get(), municipality, parsed, met));
        } catch (Refusal refusal) {
            return error(logged, refusal);
        }
    }

    /**
     * With the fault {@code status} nothing is written; with all others it is, and the answer is spoilt.
     */
    private Answer journal(String method, String query, byte[] body) {
        if (!method.equals("POST")) {
            return error(JOURNAL, new Refusal(405, "The resource does not support this method"));
        }
        try {
            String municipality = authorised(Query.parse(query));
            Faults.Met met = faults.meet(Journal.RESOURCE, municipality);
            Object written = met.has(Fault.Kind.STATUS) ? Map.of() : journal.write(municipality, body);
            return met.spoil(Answer.json(JOURNAL, 200, written));
        } catch (Refusal refusal) {
            return error(JOURNAL, refusal);
        }
    }

    private Optional<Target> target(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return contract.resource(matcher.group(2))
                .filter(resource -> matcher.group(1).equals(String.valueOf(resource.version())))
                .map(resource -> new Target(resource, Optional.ofNullable(matcher.group(3))))
                .filter(Target::exists);
    }

    private String authorised(Query query) {
        String domain = query.get("domain").orElseThrow(() -> new Refusal(400, "The parameter domain is required"));
        String key = query.get("key").orElseThrow(() -> new Refusal(400, "The parameter key is required"));
        Municipality municipality = Optional.ofNullable(lists.municipalities().get(domain))
                .orElseThrow(() -> new Refusal(403, "There is no such domain"));
        if (!municipality.key().equals(key)) {
            throw new Refusal(401, "The key is not valid for the domain");
        }
        return domain;
    }

    private Answer found(Target target, String municipality, Query query, Faults.Met met) {
        Resource resource = target.resource();
        if (target.isModifiedPersonnel()) {
            return Answer.json(target.logged(), 200, lists.modifiedPersonnel(resource, municipality, query));
        }
        if (target.below().isPresent()) {
            query.allowOnly(Set.of());
            return lists.one(resource, municipality, target.below().get())
                    .map(node -> Answer.json(target.logged(), 200, node))
                    .orElseGet(() -> error(target.logged(), new Refusal(404, "Not found")));
        }
        List<JsonNode> page = lists.page(resource, municipality, query, met);
        return page.isEmpty()
                ? error(target.logged(), new Refusal(404, "No records found"))
                : Answer.json(target.logged(), 200, page);
    }

    private static Answer error(String logged, Refusal refusal) {
        return Answer.json(logged, refusal.status(), Map.of("Message", refusal.getMessage()));
    }
}
