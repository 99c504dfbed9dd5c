package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What tests and the sandbox can do, beside the API of CareManagement itself:
 *
 * <ul>
 *   <li>{@code GET /_sandbox/journals}: of every errand its id, municipality, namespace, stakeholders, journal entries and notifications,
 *       in the order in which they were written;
 *   <li>{@code PUT, GET, DELETE /_sandbox/faults}: see {@link Faults}.
 * </ul>
 *
 * @param store what stands there
 * @param faults the faults
 */
record SandboxApi(Store store, Faults faults) {

    /** The first segment of every path here. */
    static final String PATH = "_sandbox";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    Answer answer(Call call) {
        String request = call.method() + " "
                + String.join("/", call.path().subList(1, call.path().size()));
        return switch (request) {
            case "GET journals" ->
                Answer.json(
                        200,
                        store.use(
                                false,
                                s -> s.errands(e -> true).stream()
                                        .map(SandboxApi::journal)
                                        .toList()));
            case "GET faults" -> Answer.json(200, faults.left());
            case "PUT faults" -> set(parse(call.body()));
            case "DELETE faults" -> set(List.of());
            default -> throw new Refusal(404, "There is journals and faults");
        };
    }

    private static ObjectNode journal(ObjectNode errand) {
        ObjectNode journal = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("id", "municipalityId", "namespace")) {
            journal.set(field, errand.path(field));
        }
        Map.of(
                        "stakeholders", Part.STAKEHOLDERS,
                        "entries", Part.JOURNAL_ENTRIES,
                        "notifications", Part.NOTIFICATIONS)
                .forEach((name, part) -> Store.part(errand, part)
                        .forEach(record -> journal.withArray(name).add(record.deepCopy())));
        return journal;
    }

    private Answer set(List<Fault> wanted) {
        faults.set(wanted);
        return Answer.json(200, wanted);
    }

    private static List<Fault> parse(String body) {
        try {
            return List.of(JSON.readValue(body, Fault[].class));
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    400, "Write faults as [{\"resource\": \"journal-entries\", \"kind\": \"drop\", \"stored\": true}]");
        }
    }
}
