package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person's journal notes as Lifecare has them. */
final class NoteFacts {
    private static final List<String> CRITICAL = List.of("Infections", "Observations", "Warnings");

    private NoteFacts() {}

    /**
     * A note that is not ignored.
     *
     * @param list {@code documentations} or {@code client_critical_informations}
     * @param id Documentation.Id
     * @param kind wire code of its kind
     * @param law law of its execution, as Lifecare writes it; empty where it is not told
     * @param node the record
     */
    record NoteFact(String list, String id, String kind, String law, JsonNode node) {
        /** {@code <list>/<Id>}. */
        String source() {
            return list + "/" + id;
        }

        Optional<Instant> signed() {
            return Times.instant(node, "SignedTime");
        }

        boolean withdrawn() {
            return Json.isTrue(node, "ErrorMarked") || Json.text(node, "Status").equals("Deleted");
        }

        /** A former wording: still in the journal, but another note has taken its place. */
        boolean former() {
            return Json.text(node, "Status").equals("History");
        }

        String text() {
            return Json.find(node, "PlainText").orElse(Json.text(node, "Text"));
        }

        Instant written() {
            return Times.instant(node, "CreatedTime")
                    .or(this::signed)
                    .or(() -> Times.instant(node, "OccurrenceTime"))
                    .orElse(Instant.EPOCH);
        }

        Instant occurred() {
            return Times.instant(node, "OccurrenceTime").orElse(written());
        }
    }

    /** The person's readable notes of home care, in the order of Lifecare's lists. */
    static List<NoteFact> of(CaseFile file, Citizen citizen) {
        var notes = new ArrayList<NoteFact>();
        for (JsonNode node : file.records("documentations")) {
            var execution = file.execution(Json.text(node, "ExecutionId"));
            var kind = Optional.ofNullable(file.tables().noteKinds().get(Json.text(node, "HeadlineId")));
            boolean his = execution
                    .filter(e -> Json.text(e, "PersonId").equals(citizen.number())
                            && Json.text(e, "Law").equals("SoL"))
                    .isPresent();
            if (his && kind.isPresent() && isText(node)) {
                notes.add(new NoteFact("documentations", Json.text(node, "Id"), kind.get(), "SoL", node));
            }
        }
        for (JsonNode information : file.of(citizen, "client_critical_informations")) {
            for (String list : CRITICAL) {
                Json.list(information, list).stream()
                        .filter(node -> Legible.is("documentations", node) && isText(node))
                        .forEach(node -> critical(file, node).ifPresent(notes::add));
            }
        }
        return notes;
    }

    /** Under the law of the execution that it names; where there is no such execution, it says none and counts as home care. */
    private static Optional<NoteFact> critical(CaseFile file, JsonNode node) {
        String law = file.execution(Json.text(node, "ExecutionId"))
                .map(execution -> Json.text(execution, "Law"))
                .orElse("");
        return Set.of("", "SoL").contains(law)
                ? Optional.of(new NoteFact(
                        "client_critical_informations", Json.text(node, "Id"), "critical-information", law, node))
                : Optional.empty();
    }

    private static boolean isText(JsonNode node) {
        return Set.of("", "Text").contains(Json.text(node, "ContentType"));
    }
}
