package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {
    private TinyTown town;

    @BeforeEach
    void openTown() throws Exception {
        town = new TinyTown();
    }

    @AfterEach
    void closeTown() {
        town.close();
    }

    @Test
    void a_server_that_holds_what_it_should_gives_no_difference() {
        CheckResult result = town.check();
        assertThat(result.differences()).isEmpty();
        assertThat(result.agrees()).isTrue();
    }

    @Test
    void the_result_counts_people_facts_resources_profiles_and_held_items() {
        CheckResult result = town.check();
        assertThat(result.people()).isEqualTo(3);
        assertThat(result.facts()).isEqualTo(22);
        assertThat(result.resources()).containsEntry("CareTeam", 2).containsEntry("PractitionerRole", 2);
        assertThat(result.profiles())
                .containsEntry("https://fhir.omsorgsbron.se/StructureDefinition/permanent-contact-team", 2);
        assertThat(result.held()).containsOnly(Map.entry("invalid-identity-number", 1));
        assertThat(result.municipalities().get("0127"))
                .containsEntry("Patient", 2)
                .containsEntry("Communication", 1);
    }

    static Stream<Arguments> someAlterations() {
        return Alterations.all().limit(8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("se.omsorgsbron.sandbox.check.Alterations#all")
    void an_altered_resource_is_named(String what, String reference, Consumer<ObjectNode> change) {
        town.fhir.alter(reference, change);
        assertThat(town.check().differences())
                .as(what)
                .extracting(Difference::resource)
                .contains(reference);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("someAlterations")
    void an_alteration_that_is_put_back_is_no_difference(String what, String reference, Consumer<ObjectNode> change) {
        ObjectNode before = town.fhir.current().get(reference).deepCopy();
        town.fhir.alter(reference, change);
        town.fhir.alter(reference, resource -> resource.removeAll().setAll(before));
        assertThat(town.check().differences()).as(what).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_deleted_resource_is_named(String reference) {
        town.fhir.delete(reference);
        assertThat(town.check().differences()).extracting(Difference::resource).contains(reference);
    }

    static List<String> everything() {
        return List.of(
                TinyTown.UNIT,
                TinyTown.STAFF,
                TinyTown.ROLE,
                TinyTown.PATIENT,
                TinyTown.RELATIVE,
                TinyTown.PROTECTED_TEAM,
                TinyTown.PLAN,
                TinyTown.NOTE);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_second_resource_for_the_same_record_is_named(String reference) {
        ObjectNode copy = town.fhir.current().get(reference).deepCopy();
        town.fhir.put(copy.put("id", "twin"), Instant.parse("2026-11-24T11:00:00Z"));
        String twin = reference.replaceFirst("/.*", "/twin");
        assertThat(town.check().differences()).extracting(Difference::resource).contains(twin);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_resource_of_a_record_that_lifecare_does_not_have_is_named(String reference) {
        ObjectNode copy = town.fhir.current().get(reference).deepCopy();
        Alterations.at(copy, "/identifier/0").put("value", "nowhere/1");
        town.fhir.put(copy.put("id", "stray"), Instant.parse("2026-11-24T11:00:00Z"));
        String stray = reference.replaceFirst("/.*", "/stray");
        assertThat(town.check().differences()).extracting(Difference::resource).contains(stray);
    }

    @Test
    void what_was_altered_under_the_mark_of_another_content_is_named() {
        ObjectNode altered = town.fhir.current().get(TinyTown.PLAN).deepCopy();
        Alterations.at(altered, "/activity/0/detail").put("description", "i badkar");
        town.fhir.put(altered, Instant.parse("2026-11-24T11:00:00Z"));
        assertThat(town.check().differences())
                .filteredOn(difference -> difference.resource().equals(TinyTown.PLAN))
                .extracting(Difference::what)
                .contains("meta.source");
    }

    @Test
    void what_has_no_mark_of_the_bridge_is_named() {
        town.fhir.alter(
                TinyTown.PATIENT, patient -> Alterations.at(patient, "/meta").remove("source"));
        assertThat(town.check().differences()).extracting(Difference::what).contains("meta.source");
    }

    @Test
    void a_difference_shows_neither_name_nor_number_nor_text() {
        town.fhir.alter(
                TinyTown.PATIENT, patient -> Alterations.at(patient, "/name/0").put("family", "Hemligsson"));
        town.fhir.alter(
                TinyTown.NOTE, note -> Alterations.at(note, "/payload/0").put("contentString", "Hemlig text"));
        town.fhir.alter(
                TinyTown.PATIENT,
                patient -> Alterations.at(patient, "/identifier/0").put("value", "189602029812"));
        assertThat(CheckTable.print(town.check()))
                .doesNotContain("Hemlig", "Öberg", "mattan", "189602029812", "189002029800");
    }
}
