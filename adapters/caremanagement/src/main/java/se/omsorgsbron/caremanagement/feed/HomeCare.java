package se.omsorgsbron.caremanagement.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.client.Answer;
import se.omsorgsbron.caremanagement.client.CareManagementClient;
import se.omsorgsbron.caremanagement.client.ErrandList;
import se.omsorgsbron.caremanagement.client.ErrandList.Broken;
import se.omsorgsbron.caremanagement.client.NoAnswer;
import se.omsorgsbron.caremanagement.client.PartyClient;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.Whose;
import se.omsorgsbron.caremanagement.wire.Resource;

/**
 * The errands of home care, each with whose it is. An errand of another type is listed and never opened.
 *
 * @param client of the municipality
 * @param parties its party look-up
 * @param pageSize errands asked for at a time
 * @param context what the municipality has settled
 */
record HomeCare(CareManagementClient client, PartyClient parties, int pageSize, MappingContext context) {

    /**
     * An errand.
     *
     * @param id its id
     * @param record as it came
     * @param stakeholders as they came
     * @param whose whose it is
     */
    record Errand(String id, JsonNode record, List<JsonNode> stakeholders, Whose whose) {}

    /** Takes each errand of home care. */
    interface Visitor {
        void visit(Errand errand) throws NoAnswer;
    }

    /** Reads all errands of home care. */
    void read(String feed, Reading reading, Visitor visitor) throws SourceUnavailable {
        try {
            ErrandList list = ErrandList.read(client, feed, pageSize, Optional.empty())
                    .orElseThrow(() -> new NoAnswer(feed + ": CareManagement refused to list errands", false));
            list.broken().forEach(page -> reading.broken(Resource.ERRANDS, page));
            if (!list.whole()) {
                reading.notWhole();
            }
            for (JsonNode record : list.errands()) {
                visit(feed, record, reading, visitor);
            }
        } catch (NoAnswer unavailable) {
            throw new SourceUnavailable(unavailable.getMessage());
        }
    }

    private void visit(String feed, JsonNode record, Reading reading, Visitor visitor) throws NoAnswer {
        String type = record.path("typeSlug").asText("");
        String id = record.path("id").asText("");
        if (type.isEmpty() || id.isEmpty()) {
            reading.notWhole();
            String field = id.isEmpty() ? "id" : "typeSlug";
            String expected = "a value, without which it cannot be told whether the errand is home care";
            reading.unreadable(Resource.ERRANDS, record, new Problem(Reason.MISSING_FIELD, field, "nothing", expected));
        } else if (context.errands().types().contains(type)) {
            Optional<List<JsonNode>> stakeholders = list(feed, id, Resource.STAKEHOLDERS, reading);
            if (stakeholders.isPresent()) {
                Whose whose = whose(stakeholders.get());
                visitor.visit(new Errand(id, record, stakeholders.get(), whose));
            }
        }
    }

    /** A list in an errand; empty, and the reading told of it, where it is none. */
    Optional<List<JsonNode>> list(String feed, String errand, Resource resource, Reading reading) throws NoAnswer {
        Answer answer = client.get(feed, CareManagementClient.errand(errand, resource.code()), Map.of());
        if (answer instanceof Answer.Json json && json.body().isArray()) {
            List<JsonNode> records = new ArrayList<>();
            json.body().forEach(records::add);
            return Optional.of(records);
        }
        if (answer instanceof Answer.None) {
            // The errand was removed after it was listed; the next reading tells.
            reading.notWhole();
        } else if (answer instanceof Answer.Refused refused) {
            throw new NoAnswer(feed + ": CareManagement answered with status " + refused.status(), false);
        } else {
            reading.broken(resource, Broken.of("page-" + errand, answer));
        }
        return Optional.empty();
    }

    /** Whether CareManagement still has the errand as one of home care, whatever its list says. */
    boolean has(String feed, String errand) throws SourceUnavailable {
        try {
            Answer answer = client.get(feed, CareManagementClient.errand(errand), Map.of());
            if (answer instanceof Answer.Json json && json.body().isObject()) {
                return context.errands()
                        .types()
                        .contains(json.body().path("typeSlug").asText());
            }
            if (answer instanceof Answer.None) {
                return false;
            }
        } catch (NoAnswer unavailable) {
            throw new SourceUnavailable(unavailable.getMessage());
        }
        throw new SourceUnavailable(feed + ": the look-up of an errand gave something else");
    }

    private Whose whose(List<JsonNode> stakeholders) throws NoAnswer {
        Whose whose = Whose.of(stakeholders, context);
        if (whose instanceof Whose.Party party) {
            Optional<String> number = parties.number(party.id());
            return number.<Whose>map(known -> new Whose.Known(party.id(), known))
                    .orElseGet(() -> Whose.unknown(
                            "a party id that the party look-up does not know", "one that it translates to a number"));
        }
        return whose;
    }
}
