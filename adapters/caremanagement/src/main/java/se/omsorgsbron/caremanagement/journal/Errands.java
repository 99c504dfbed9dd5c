package se.omsorgsbron.caremanagement.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.caremanagement.client.Answer;
import se.omsorgsbron.caremanagement.client.CareManagementClient;
import se.omsorgsbron.caremanagement.client.ErrandList;
import se.omsorgsbron.caremanagement.client.NoAnswer;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.Marker;
import se.omsorgsbron.caremanagement.mapper.Whose;
import se.omsorgsbron.caremanagement.wire.Resource;

/**
 * Finds, and where that is configured opens, a person's errand of home care.
 *
 * @param client of the municipality
 * @param pageSize errands asked for at a time
 * @param context what the municipality has settled
 */
record Errands(CareManagementClient client, int pageSize, MappingContext context) {
    private static final String FIND = "find errand";
    private static final String OPEN = "open errand";

    /** An errand of home care; the text form has its id only. */
    record Errand(String id, JsonNode record) {
        Optional<String> officer() {
            return Optional.of(record.path("assignedUserId").asText("")).filter(user -> !user.isBlank());
        }

        @Override
        public String toString() {
            return "errand " + id;
        }
    }

    /**
     * All errands of home care whose person has that party id, closed ones too.
     *
     * @throws NoAnswer also if the list was not whole: an errand that is missed could be opened a second time
     */
    List<Errand> of(String partyId) throws NoAnswer {
        List<Errand> found = new ArrayList<>();
        // Only the filter narrows it down; whether it was understood as meant, the stakeholders tell.
        for (Errand errand : homeCare("exists(stakeholders.externalId : '" + partyId + "')")) {
            if (isOf(errand, partyId)) {
                found.add(errand);
            }
        }
        return found;
    }

    /** The one that a note is written in: carried out before open, then the latest; never a closed one. */
    Optional<Errand> current(List<Errand> errands) {
        return errands.stream()
                .filter(errand ->
                        state(errand).filter(s -> s != ErrandState.CLOSED).isPresent())
                .max(Comparator.comparing((Errand errand) -> state(errand).orElseThrow())
                        .thenComparing(errand -> errand.record().path("created").asText())
                        .thenComparing(Errand::id));
    }

    /**
     * Opens an errand. One that was opened before, and whose stakeholder never came to be because an answer was lost, is found by its
     * marker and completed.
     *
     * @param subject the person's UUID in the ledger
     * @return the errand, or why CareManagement refused it
     */
    Opened open(Opening opening, String partyId, UUID subject) throws NoAnswer {
        Optional<Errand> begun = begun(subject);
        if (begun.isEmpty()) {
            Answer answer = client.post(OPEN, "/errands", errand(opening, subject));
            if (answer instanceof Answer.Refused refused) {
                return new Opened.Refused(refused);
            }
            begun = Optional.of(new Errand(created(answer), JsonNodeFactory.instance.objectNode()));
        }
        Errand errand = begun.get();
        JsonNode stakeholder = JsonNodeFactory.instance
                .objectNode()
                .put("externalId", partyId)
                .put("externalIdType", Whose.PRIVATE)
                .put("role", opening.role());
        Answer answer =
                client.post(OPEN, CareManagementClient.errand(errand.id(), Resource.STAKEHOLDERS.code()), stakeholder);
        if (answer instanceof Answer.Refused refused) {
            return new Opened.Refused(refused);
        }
        created(answer);
        return new Opened.Done(errand);
    }

    /** What came of opening an errand. */
    sealed interface Opened {
        /** It is open. */
        record Done(Errand errand) implements Opened {}

        /** CareManagement would not have it. */
        record Refused(Answer.Refused answer) implements Opened {}
    }

    private Optional<Errand> begun(UUID subject) throws NoAnswer {
        String marker = Marker.of(subject);
        for (Errand errand : homeCare("description : '" + marker + "'")) {
            boolean marked = errand.record().path("description").asText().equals(marker);
            if (marked && stakeholders(errand).isEmpty()) {
                return Optional.of(errand);
            }
        }
        return Optional.empty();
    }

    private List<Errand> homeCare(String filter) throws NoAnswer {
        Optional<ErrandList> filtered = ErrandList.read(client, FIND, pageSize, Optional.of(filter));
        // What can be filtered by is not in the contract; where this cannot, every errand is looked at.
        ErrandList list = filtered.isPresent()
                ? filtered.get()
                : ErrandList.read(client, FIND, pageSize, Optional.empty()).orElseThrow();
        if (!list.whole()) {
            throw new NoAnswer(FIND + ": CareManagement's list of errands could not be read whole", false);
        }
        return list.errands().stream()
                .filter(errand -> context.errands()
                        .types()
                        .contains(errand.path("typeSlug").asText()))
                .map(errand -> new Errand(errand.path("id").asText(), errand))
                .filter(errand -> !errand.id().isBlank())
                .toList();
    }

    private boolean isOf(Errand errand, String partyId) throws NoAnswer {
        return Whose.of(stakeholders(errand), context) instanceof Whose.Party party
                && party.id().equals(partyId);
    }

    private List<JsonNode> stakeholders(Errand errand) throws NoAnswer {
        return list(errand, Resource.STAKEHOLDERS, FIND);
    }

    /** A list in an errand. @throws NoAnswer also if it is none */
    List<JsonNode> list(Errand errand, Resource resource, String what) throws NoAnswer {
        Answer answer = client.get(what, CareManagementClient.errand(errand.id(), resource.code()), Map.of());
        if (!(answer instanceof Answer.Json json) || !json.body().isArray()) {
            throw new NoAnswer(what + ": CareManagement gave no list of " + resource.code(), false);
        }
        List<JsonNode> records = new ArrayList<>();
        json.body().forEach(records::add);
        return records;
    }

    private Optional<ErrandState> state(Errand errand) {
        return Optional.ofNullable(
                context.errands().states().get(errand.record().path("status").asText()));
    }

    private JsonNode errand(Opening opening, UUID subject) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("typeSlug", opening.typeSlug())
                .put("title", opening.title())
                .put("status", opening.status())
                .put("description", Marker.of(subject))
                .put("reporterUserId", context.ownAccount());
    }

    private static String created(Answer answer) throws NoAnswer {
        if (answer instanceof Answer.Created created) {
            return created.id();
        }
        throw new NoAnswer(OPEN + ": CareManagement did not say that it was stored", true);
    }
}
