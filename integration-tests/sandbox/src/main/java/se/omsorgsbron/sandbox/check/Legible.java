package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Whether a record has what Lifecare's contract requires and dates that are dates; one that has not is to be held. */
final class Legible {
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "service_plans",
                    List.of(
                            "Id",
                            "ProviderUnitId",
                            "PersonId",
                            "EstablishedDate",
                            "ClientParticipation",
                            "FollowUpDate"),
            "documentations", List.of("HeadlineId", "CreatedSignature", "CreatedName", "CreatedRoleId", "ExecutionId"),
            "personnel", List.of("Id", "PersonId", "FirstName", "LastName", "Signature", "Title"),
            "provider_contact_personnels", List.of("Id", "ClientPersonId", "PersonnelPersonId"));

    private static final Map<String, List<String>> DATES = Map.of(
            "service_plans", List.of("EstablishedDate", "EndDate", "FollowUpDate"),
            "documentations", List.of("CreatedTime", "SignedTime", "OccurrenceTime", "EndTime"),
            "executions", List.of("StartDate", "EndDate"),
            "sol_decisions", List.of("Date", "FromDate", "ToDate", "ExecutionStartDate"));

    private Legible() {}

    static boolean is(String list, JsonNode node) {
        return REQUIRED.getOrDefault(list, List.of()).stream().allMatch(node::hasNonNull)
                && DATES.getOrDefault(list, List.of()).stream().allMatch(field -> Times.readable(node, field));
    }
}
