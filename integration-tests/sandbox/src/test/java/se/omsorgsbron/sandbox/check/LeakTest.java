package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakTest {
    private TinyTown town;

    @BeforeEach
    void openTown() throws Exception {
        town = new TinyTown();
    }

    @AfterEach
    void closeTown() {
        town.close();
    }

    private static ObjectNode foreign(String text) {
        ObjectNode event =
                Json.MAPPER.createObjectNode().put("resourceType", "AuditEvent").put("id", "seen");
        event.putObject("outcomeDesc").put("text", text);
        return event;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Besök hos Gömde i dag",
                "hemligt: Hemligström",
                "Dolda stigen 7, 147 30 Tumba",
                "08-465 004 99",
                "+46 8 465 004 99",
                "kod B4913R",
                "031-390 06 00",
                "188512121024",
                "ring Skymda",
                "040-628 04 01",
                "Ogiltigström"
            })
    void what_may_stand_nowhere_is_found_in_any_resource_and_not_shown(String text) {
        town.fhir.put(foreign(text), TinyTown.LOADED);
        CheckResult result = town.check();
        assertThat(result.differences()).extracting(Difference::resource).contains("AuditEvent/seen");
        assertThat(CheckTable.print(result)).doesNotContain(text);
    }

    @Test
    void what_has_been_put_right_since_still_stands_in_the_history() {
        town.fhir.put(foreign("Hemligström"), TinyTown.LOADED);
        town.fhir.put(foreign("ingenting"), TinyTown.LOADED);
        assertThat(town.check().differences())
                .filteredOn(difference -> difference.resource().equals("AuditEvent/seen"))
                .extracting(Difference::found)
                .contains("in version 1")
                .doesNotContain("in version 2");
    }

    @Test
    void what_was_deleted_still_stands_in_the_history() {
        town.fhir.put(foreign("Hemligström"), TinyTown.LOADED);
        town.fhir.delete("AuditEvent/seen");
        assertThat(town.check().differences()).extracting(Difference::resource).contains("AuditEvent/seen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Albertina", "Fatuma Warsame", "Tumba", "Provgatan 1", "189602029812"})
    void what_may_stand_there_is_no_leak(String text) {
        town.fhir.put(foreign(text), TinyTown.LOADED);
        assertThat(town.check().differences()).isEmpty();
    }

    @Test
    void a_secret_masks_itself() {
        assertThat(new Secrets.Secret("0127", "client:1", "a door code", "B4913R", false).toString())
                .doesNotContain("B4913R");
    }
}
