package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes in Lifecare, and what the bridge has to make of it. */
class ChangesTest {
    private static final String TODAY = "2026-11-24";

    private TinyTown town;

    @BeforeEach
    void openTown() throws Exception {
        town = new TinyTown();
    }

    @AfterEach
    void closeTown() {
        town.close();
    }

    private static ObjectNode at(JsonNode resource, String pointer) {
        return (ObjectNode) resource.at(pointer);
    }

    private List<String> differing() {
        return town.check().differences().stream()
                .map(Difference::resource)
                .distinct()
                .toList();
    }

    @Test
    void a_revised_plan_is_named_until_it_has_arrived() {
        town.record("service_plans", "140001").put("FollowUpDate", "2027-06-01T00:00:00");
        assertThat(differing()).containsExactly(TinyTown.PLAN);
        town.fhir.alter(
                TinyTown.PLAN, plan -> at(plan, "/extension/1/extension/0").put("valueDate", "2027-06-01"));
        assertThat(town.check().differences()).isEmpty();
    }

    private String newPlan() {
        ObjectNode record = town.record("service_plans", "140001").deepCopy();
        town.lifecare.list("service_plans").add(record.put("Id", 140002).put("EstablishedDate", "2026-11-23T00:00:00"));
        return new Ids("0127").plan("110001", "140002");
    }

    private void deliverNewPlan(String id) {
        ObjectNode plan = town.fhir.current().get(TinyTown.PLAN).deepCopy();
        plan.put("id", id).put("created", "2026-11-23");
        at(plan, "/period").put("start", "2026-11-23");
        at(plan, "/identifier/0").put("value", "service_plans/140002");
        ObjectNode former = plan.putArray("replaces").addObject();
        former.put("reference", TinyTown.PLAN).put("type", "CarePlan");
        former.putObject("identifier")
                .put("system", "https://example.org/0127/lifecare")
                .put("value", "service_plans/140001");
        town.fhir.put(plan, TinyTown.LOADED);
    }

    private void revokeFormerPlan() {
        town.fhir.alter(TinyTown.PLAN, plan -> {
            plan.put("status", "revoked");
            at(plan, "/activity/0/detail").put("status", "stopped");
            at(plan, "/contained/0").put("lifecycleStatus", "cancelled");
        });
    }

    @Test
    void a_new_plan_has_to_arrive_and_the_former_one_to_be_revoked() {
        String id = newPlan();
        assertThat(differing()).contains("CarePlan/" + id);
        deliverNewPlan(id);
        assertThat(differing()).containsExactly(TinyTown.PLAN);
        revokeFormerPlan();
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void a_new_plan_has_to_name_the_one_that_it_replaces() {
        String id = newPlan();
        deliverNewPlan(id);
        revokeFormerPlan();
        town.fhir.alter("CarePlan/" + id, plan -> plan.remove("replaces"));
        assertThat(differing()).containsExactly("CarePlan/" + id);
    }

    @Test
    void a_withdrawn_note_keeps_no_text() {
        town.record("documentations", "D-1").put("ErrorMarked", true);
        assertThat(differing()).containsExactly(TinyTown.NOTE);
        town.fhir.alter(TinyTown.NOTE, note -> note.put("status", "entered-in-error"));
        assertThat(differing()).containsExactly(TinyTown.NOTE);
        town.fhir.alter(TinyTown.NOTE, note -> note.remove("payload"));
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void a_note_that_has_vanished_from_lifecare_is_withdrawn_too() {
        town.lifecare.list("documentations").remove(0);
        assertThat(differing()).containsExactly(TinyTown.NOTE);
        town.fhir.alter(
                TinyTown.NOTE, note -> note.put("status", "entered-in-error").remove("payload"));
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void drafts_and_undisclosed_kinds_and_notes_of_the_protected_may_not_stand() {
        for (String[] note : List.of(
                new String[] {"110001", "D-2"}, new String[] {"110001", "D-4"}, new String[] {"110002", "D-3"})) {
            String id = new Ids("0127").note(note[0], "documentations/" + note[1]);
            ObjectNode copy = town.fhir.current().get(TinyTown.NOTE).deepCopy();
            at(copy, "/identifier/0").put("value", "documentations/" + note[1]);
            town.fhir.put(copy.put("id", id), TinyTown.LOADED);
            assertThat(differing()).contains("Communication/" + id);
        }
    }

    @Test
    void the_team_of_a_deleted_person_is_inactive() {
        town.record("clients", "110001").put("Deleted", true);
        assertThat(differing()).contains(TinyTown.TEAM, TinyTown.PLAN, TinyTown.RELATIVE);
        town.fhir.alter(TinyTown.TEAM, team -> {
            team.put("status", "inactive");
            team.withArray("participant").remove(3);
            team.withArray("participant").remove(2);
            team.remove("contained");
            at(team, "/participant/0/period").put("end", TODAY);
            at(team, "/participant/1/period").put("end", TODAY);
            at(team, "/period").put("end", TODAY);
        });
        town.fhir.alter(TinyTown.PLAN, plan -> {
            plan.put("status", "completed");
            at(plan, "/activity/0/detail").put("status", "completed");
            at(plan, "/contained/0").put("lifecycleStatus", "completed");
        });
        town.fhir.alter(TinyTown.RELATIVE, relative -> {
            relative.put("active", false).remove("telecom");
            relative.remove("name");
            at(relative, "/relationship/0").remove("text");
        });
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void relatives_that_are_not_disclosed_may_not_stand() {
        town.disclosed = new Disclosed(
                true,
                Set.of("case-officer"),
                Set.of("implementation-plan"),
                Set.of("implementation-plan/all"),
                Set.of("risk"));
        assertThat(differing()).contains(TinyTown.TEAM, TinyTown.RELATIVE);
    }

    @Test
    void a_municipality_that_discloses_nothing_has_nobody_at_primary_care() {
        town.disclosed = Disclosed.NOTHING;
        assertThat(differing()).contains(TinyTown.TEAM, TinyTown.PLAN, TinyTown.NOTE);
    }

    @Test
    void a_name_that_changed_after_the_patient_was_created_is_primary_cares_affair() {
        town.record("clients", "110001").put("LastName", "Ny");
        assertThat(differing()).containsExactly(TinyTown.PATIENT);
        town.record("clients", "110001").put("UpdateTime", "2026-11-23T10:00:00Z");
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void a_patient_that_primary_care_had_before_is_left_alone() {
        ObjectNode theirs =
                Json.MAPPER.createObjectNode().put("resourceType", "Patient").put("id", "99");
        theirs.putArray("identifier")
                .addObject()
                .put("system", "http://electronichealth.se/identifier/personnummer")
                .put("value", "199002222397");
        town.fhir.put(theirs, TinyTown.LOADED);
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void an_item_that_is_held_unexpectedly_or_not_held_is_named() {
        var invented = new HeldItem("2", "0127", "lifecare/clients/110001", "missing-field", "case-officer", "");
        town.held = List.of(invented);
        assertThat(town.check().differences())
                .extracting(Difference::resource, Difference::what)
                .containsExactlyInAnyOrder(
                        tuple("held", "lifecare/clients/110001"), tuple("held", "lifecare/clients/110003"));
    }
}
