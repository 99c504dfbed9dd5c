package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.sandbox.check.ContactRanks.Contact;

class RulesTest {
    @ParameterizedTest
    @CsvSource({
        "189002029800,personnummer",
        "196109732393,samordningsnummer",
        "98240301AA06,nationelltReservnummer",
        "20210325K069,nationelltReservnummer"
    })
    void a_valid_number_has_its_identifier_system(String number, String kind) {
        assertThat(IdentityNumbers.system(number)).contains("http://electronichealth.se/identifier/" + kind);
    }

    @ParameterizedTest
    @CsvSource({"189002029801", "189013029805", "18900202980", "18900202-9800", "9824030AAA06", "''"})
    void an_invalid_number_has_none(String number) {
        assertThat(IdentityNumbers.system(number)).isEmpty();
    }

    private static Contact contact(long record, String staff) {
        return new Contact(record, staff, Optional.empty());
    }

    @Test
    void at_first_the_lower_record_is_person_1_and_a_third_has_no_rank() {
        var today = List.of(contact(9, "b"), contact(8, "a"), contact(10, "c"));
        assertThat(ContactRanks.settle(today, List.of())).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void a_holder_keeps_the_rank_and_a_newcomer_takes_the_free_one_whatever_its_record() {
        var before = List.of(Map.of("a", 1, "b", 2));
        assertThat(ContactRanks.settle(List.of(contact(1, "c"), contact(9, "b")), before))
                .isEqualTo(Map.of("c", 1, "b", 2));
    }

    @Test
    void whoever_is_left_keeps_the_second_rank() {
        assertThat(ContactRanks.settle(List.of(contact(9, "b")), List.of(Map.of("a", 1, "b", 2))))
                .isEqualTo(Map.of("b", 2));
    }

    @Test
    void a_third_moves_up_when_a_rank_falls_free() {
        var before = List.of(Map.of("a", 1, "b", 2, "c", 0));
        assertThat(ContactRanks.settle(List.of(contact(9, "b"), contact(10, "c")), before))
                .isEqualTo(Map.of("b", 2, "c", 1));
    }

    @Test
    void a_supplement_goes_before_the_rule() {
        var today = List.of(contact(8, "a"), new Contact(9, "b", Optional.of(1)));
        assertThat(ContactRanks.settle(today, List.of())).isEqualTo(Map.of("b", 1, "a", 2));
    }

    private static Citizen citizen(String fields) throws Exception {
        JsonNode client = Json.MAPPER.readTree("{" + fields + "}");
        return Citizen.of("0127", client, "", LocalDate.of(2026, 11, 24));
    }

    @Test
    void what_is_not_said_of_protection_counts_as_protected() throws Exception {
        assertThat(citizen("\"ProtectedRegistration\":false,\"IsConfidential\":false")
                        .isProtected())
                .isFalse();
        assertThat(citizen("\"ProtectedRegistration\":false").isProtected()).isTrue();
        assertThat(citizen("\"IsConfidential\":false").labels()).contains(Shape.UNKNOWN_PROTECTION);
        assertThat(citizen("\"ProtectedRegistration\":true").labels())
                .containsExactly(Shape.SECURITY_LABEL + "|skyddadFolkbokforing");
    }

    @Test
    void a_person_is_in_care_until_the_day_of_deregistration() throws Exception {
        assertThat(citizen("\"Active\":true").inCare()).isTrue();
        assertThat(citizen("\"Active\":false").inCare()).isFalse();
        assertThat(citizen("\"Deregistration\":{\"Date\":\"2026-11-25T00:00:00\"}")
                        .inCare())
                .isTrue();
        assertThat(citizen("\"Deregistration\":{\"Date\":\"2026-11-24T00:00:00\"}")
                        .inCare())
                .isFalse();
        assertThat(citizen("\"Deregistration\":{\"Reason\":\"Other\"}").inCare())
                .isFalse();
    }

    @Test
    void times_without_an_offset_are_swedish() {
        assertThat(Times.instant("2026-07-01T12:00:00").orElseThrow()).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(Times.day("2026-07-01T23:30:00Z")).contains(LocalDate.of(2026, 7, 2));
        assertThat(Times.day("den 29 maj 2026")).isEmpty();
    }

    @Test
    void every_element_that_nobody_claims_is_a_difference() {
        ObjectNode resource = Json.MAPPER.createObjectNode().put("a", "1");
        resource.putArray("b").addObject().put("c", "2");
        var differences = new ArrayList<Difference>();
        Claims claims = new Claims(resource, new Findings(differences, "0127", "client:1", "Basic/1"));
        claims.equal("a", "1");
        claims.done();
        assertThat(differences).extracting(Difference::what).containsExactly("b[0].c");
    }
}
