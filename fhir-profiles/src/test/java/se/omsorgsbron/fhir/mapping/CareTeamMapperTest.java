package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.json;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.omsorgsbron.api.domain.ContactStep;
import se.omsorgsbron.api.domain.ContactStep.Exemption;
import se.omsorgsbron.api.domain.ContactStep.Step;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.Contact;
import se.omsorgsbron.api.record.PersonRecord.Vacancy;
import se.omsorgsbron.api.record.PersonRecord.Vacancy.Why;
import se.omsorgsbron.fhir.Canonicals;

@DisplayName("A CareTeam")
class CareTeamMapperTest {
    private static final PersonRecord FULL = Town.full(ProtectedIdentity.NONE);

    @Test
    @DisplayName("has the contacts with rank and period, the former ones ended, and the others with their role")
    void full() {
        CareTeam team = valid(CareTeamMapper.toCareTeam(FULL));

        assertThat(team.getStatus()).isEqualTo(CareTeamStatus.ACTIVE);
        assertThat(team.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-01-12");
        assertThat(team.getParticipant())
                .extracting(CareTeamMapperTest::line)
                .containsExactly(
                        "person-2 PractitionerRole 2026-01-12 2026-03-01",
                        "person-1 PractitionerRole 2026-01-12 null",
                        "person-2 PractitionerRole 2026-03-01 null",
                        "relative RelatedPerson null null",
                        "case-officer Practitioner null null");
        assertThat(team.getManagingOrganizationFirstRep().getReference())
                .isEqualTo("Organization/" + FhirIds.organization(Town.TUMBA));
        assertThat(ResourceContent.references(team))
                .contains(
                        "Patient/" + FhirIds.patient(Town.ALBERTINA),
                        "PractitionerRole/" + FhirIds.practitionerRole(Town.EVA, Town.TUMBA),
                        "RelatedPerson/" + FhirIds.relatedPerson(Town.ALBERTINA, Town.lifecare("relatives", "4711")))
                .noneMatch(key -> key.startsWith("#"));
    }

    @Test
    @DisplayName("without anybody or anything known is still a team, from a day that is not known")
    void empty() {
        CareTeam team = valid(CareTeamMapper.toCareTeam(Town.empty()));

        assertThat(team.getParticipant()).isEmpty();
        assertThat(team.getPeriod().getStartElement().hasExtension(Canonicals.DATA_ABSENT_REASON))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("says of each rank that nobody holds why that is")
    void vacant(Why why) {
        ContactStep exempted = new ContactStep(
                Step.EXEMPTED,
                Town.JANUARY,
                Optional.empty(),
                Optional.of(Exemption.ONLY_SERVICE),
                Town.text("Bara städning"));
        PersonRecord record = Town.with(
                FULL,
                true,
                List.of(),
                List.of(new Vacancy(Rank.FIRST, why), new Vacancy(Rank.SECOND, why)),
                List.of(exempted));

        CareTeam team = valid(CareTeamMapper.toCareTeam(record));

        CareTeamParticipantComponent first = team.getParticipantFirstRep();
        assertThat(first.getMember().getExtensionString(Canonicals.DATA_ABSENT_REASON))
                .isEqualTo(Codes.VACANCY.toWire(why).orElseThrow());
        assertThat(first.hasExtension(Canonicals.CONTACT_EXEMPTION)).isEqualTo(why == Why.EXEMPTED);
        assertThat(team.getPeriod().getStartElement().getValueAsString()).isEqualTo("2025-12-01");
        assertThat(json(team)).doesNotContain("Bara städning");
    }

    @Test
    @DisplayName("of a person who is no longer served is inactive, ended, and names the contacts only")
    void notServed() {
        PersonRecord over = Town.with(FULL, false, FULL.contacts(), List.of(), List.of());

        CareTeam team = valid(CareTeamMapper.toCareTeam(over));

        assertThat(team.getStatus()).isEqualTo(CareTeamStatus.INACTIVE);
        assertThat(team.getParticipant())
                .hasSize(3)
                .allMatch(member -> member.getPeriod().getEndElement().hasValue()
                        || member.getPeriod().getEndElement().hasExtension(Canonicals.DATA_ABSENT_REASON));
        assertThat(team.getPeriod().getEndElement().getValueAsString()).isEqualTo("2026-03-01");
    }

    @Test
    @DisplayName("has a third contact without rank, and one of an unknown unit by person")
    void odd() {
        Contact third = new Contact(
                Town.lifecare("provider_contact_personnels", "9"),
                Town.EVA,
                Optional.empty(),
                Optional.empty(),
                Period.OPEN);

        CareTeam team = valid(CareTeamMapper.toCareTeam(Town.with(FULL, true, List.of(third), List.of(), List.of())));

        CareTeamParticipantComponent member = team.getParticipantFirstRep();
        assertThat(member.hasExtension(Canonicals.CONTACT_RANK)).isFalse();
        assertThat(member.getMember().getReference()).isEqualTo("Practitioner/" + FhirIds.practitioner(Town.EVA));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("of a protected person has no private person, no telephone and no unit")
    void ofProtectedPerson(ProtectedIdentity protection) {
        CareTeam team = valid(CareTeamMapper.toCareTeam(Town.full(protection)));

        assertThat(json(team))
                .doesNotContain("RelatedPerson", "Dotter", "PractitionerRole", "Organization", "08-465", "031-390");
        assertThat(team.getParticipant()).hasSize(4);
    }

    private static String line(CareTeamParticipantComponent member) {
        String role = member.getRoleFirstRep()
                .getCoding()
                .get(member.getRoleFirstRep().getCoding().size() - 1)
                .getCode();
        return role + " " + member.getMember().getType() + " "
                + member.getPeriod().getStartElement().getValueAsString() + " "
                + member.getPeriod().getEndElement().getValueAsString();
    }
}
