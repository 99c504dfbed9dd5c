package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact changes in Lifecare: the former one stays, ended, and the new one takes the free rank. */
class ContactChangesTest {
    private static final String JONAS = "189104122834";
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

    /** The bridge writes Jonas and his role, copied from a colleague's. */
    private void deliverJonas() {
        var ids = new Ids("0127");
        ObjectNode jonas = town.fhir.current().get(TinyTown.OTHER_STAFF).deepCopy();
        jonas.put("id", ids.practitioner("100303"));
        at(jonas, "/identifier/0").put("value", "urn:uuid:" + ids.practitioner("100303"));
        at(jonas, "/name/0")
                .put("text", "Jonas Hörnfeldt")
                .put("family", "Hörnfeldt")
                .putArray("given")
                .add("Jonas");
        at(jonas, "/telecom/0").put("value", "08-465 004 02");
        town.fhir.put(jonas, TinyTown.LOADED);
        ObjectNode role = town.fhir.current().get(TinyTown.OTHER_ROLE).deepCopy();
        role.put("id", ids.role("100303", "100101"));
        at(role, "/identifier/0").put("value", "urn:uuid:" + ids.role("100303", "100101"));
        at(role, "/practitioner").put("reference", "Practitioner/" + ids.practitioner("100303"));
        at(role, "/code/0").put("text", "Undersköterska");
        town.fhir.put(role, TinyTown.LOADED);
    }

    private static ObjectNode newContact(JsonNode team, int rank) {
        ObjectNode member = team.at("/participant/" + (rank - 1)).deepCopy();
        at(member, "/member").put("reference", "PractitionerRole/" + new Ids("0127").role("100303", "100101"));
        at(member, "/period").put("start", TODAY).remove("end");
        return member;
    }

    private void firstContactChanges() {
        town.record("provider_contact_personnels", "150001").put("PersonnelPersonId", JONAS);
        deliverJonas();
    }

    @Test
    void a_changed_contact_that_has_not_arrived_is_named() {
        town.record("provider_contact_personnels", "150001").put("PersonnelPersonId", JONAS);
        assertThat(differing()).contains(TinyTown.TEAM);
    }

    @Test
    void a_changed_contact_is_right_when_the_former_one_stands_as_ended() {
        firstContactChanges();
        town.fhir.alter(TinyTown.TEAM, team -> {
            team.withArray("participant").add(newContact(team, 1));
            at(team, "/participant/0/period").put("end", TODAY);
        });
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void a_former_contact_that_is_gone_from_the_team_is_named() {
        firstContactChanges();
        town.fhir.alter(TinyTown.TEAM, team -> team.withArray("participant").set(0, newContact(team, 1)));
        assertThat(differing()).containsExactly(TinyTown.TEAM);
    }

    @Test
    void a_former_contact_that_never_was_one_is_named() {
        deliverJonas();
        town.fhir.alter(TinyTown.TEAM, team -> {
            ObjectNode bogus = newContact(team, 1);
            at(bogus, "/period").put("start", "2026-11-20").put("end", TODAY);
            team.withArray("participant").add(bogus);
        });
        assertThat(differing()).contains(TinyTown.TEAM);
    }

    @Test
    void the_end_of_a_former_contact_may_not_move() {
        firstContactChanges();
        town.fhir.alter(TinyTown.TEAM, team -> {
            team.withArray("participant").add(newContact(team, 1));
            at(team, "/participant/0/period").put("end", TODAY);
        });
        town.fhir.alter(TinyTown.TEAM, team -> at(team, "/participant/0/period").put("end", "2026-11-22"));
        assertThat(differing()).containsExactly(TinyTown.TEAM);
    }

    @Test
    void a_contact_that_is_deleted_leaves_a_vacancy() {
        town.record("provider_contact_personnels", "150001").put("Deleted", true);
        assertThat(differing()).containsExactly(TinyTown.TEAM);
        town.fhir.alter(TinyTown.TEAM, team -> {
            ObjectNode vacancy = team.at("/participant/0").deepCopy();
            vacancy.remove("period");
            ObjectNode nobody = vacancy.putObject("member").put("display", "Ingen utsedd");
            nobody.putArray("extension")
                    .addObject()
                    .put("url", Shape.DATA_ABSENT_REASON)
                    .put("valueCode", "temp-unknown");
            team.withArray("participant").add(vacancy);
            at(team, "/participant/0/period").put("end", TODAY);
        });
        assertThat(town.check().differences()).isEmpty();
    }
}
