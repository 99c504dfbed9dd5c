package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.json;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.Person.Deregistration;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.record.PersonRecord;

@DisplayName("A Patient")
class PatientMapperTest {

    @Test
    @DisplayName("has the number, the name in its parts, and what is not guarded")
    void full() {
        Patient patient = valid(PatientMapper.toPatient(Town.full(ProtectedIdentity.NONE)));

        assertThat(patient.getIdentifierFirstRep().getSystem())
                .isEqualTo("http://electronichealth.se/identifier/personnummer");
        assertThat(patient.getIdentifierFirstRep().getValue()).isEqualTo("189002029800");
        assertThat(patient.getNameFirstRep().getGiven()).map(Object::toString).containsExactly("Albertina", "Åsa");
        assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("VGR Hammar");
        assertThat(patient.getAddress()).hasSize(1);
        assertThat(patient.getTelecom()).hasSize(1);
        assertThat(json(patient)).doesNotContain("Hemliga gatan", "08-465 004 12");
        assertThat(patient.getMeta().getSecurity()).isEmpty();
    }

    @Test
    @DisplayName("of whom only a reserve number is known is that number")
    void empty() {
        Patient patient = valid(PatientMapper.toPatient(Town.empty()));

        assertThat(patient.getIdentifierFirstRep().getSystem())
                .isEqualTo("http://electronichealth.se/identifier/nationelltReservnummer");
        assertThat(patient.hasName()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("who is protected, or may be, keeps the number and nothing that tells who or where")
    void ofProtectedPerson(ProtectedIdentity protection) {
        Patient patient = valid(PatientMapper.toPatient(Town.full(protection)));

        assertThat(patient.getMeta().getSecurity())
                .anyMatch(label -> label.getSystem().equals("http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel"));
        assertThat(json(patient))
                .contains("Skyddad uppgift")
                .doesNotContain("Albertina", "Hammar", "08-465", "Göteborg");
    }

    @Test
    @DisplayName("who has died says so, and when where that is known")
    void deceased() {
        assertThat(left(Optional.of(Town.MARCH)).getDeceasedDateTimeType().getValueAsString())
                .isEqualTo("2026-03-01");
        assertThat(left(Optional.empty()).getDeceasedBooleanType().booleanValue())
                .isTrue();
    }

    private static Patient left(Optional<java.time.LocalDate> day) {
        PersonRecord record = Town.full(ProtectedIdentity.NONE);
        Person person = record.person();
        Person dead = new Person(
                person.number(),
                person.name(),
                person.protection(),
                person.addresses(),
                person.telecoms(),
                false,
                Optional.of(new Deregistration(Deregistration.Reason.DECEASED, day)));
        return valid(PatientMapper.toPatient(new PersonRecord(
                record.id(),
                record.municipality(),
                dead,
                false,
                record.unit(),
                record.contacts(),
                record.vacancies(),
                record.steps(),
                record.team(),
                record.plans(),
                record.notes(),
                record.executions())));
    }
}
