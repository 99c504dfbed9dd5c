package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.fhir.mapping.Valid.valid;

import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.record.UnitRecord;

@DisplayName("An Organization")
class OrganizationMapperTest {

    @Test
    @DisplayName("has the unit's name and its provider's")
    void full() {
        Organization organization = valid(OrganizationMapper.toOrganization(Staff.UNIT));

        assertThat(organization.getName()).isEqualTo("Hemtjänsten Tumba");
        assertThat(organization.getPartOf().getDisplay()).isEqualTo("Botkyrka kommun");
        assertThat(organization.getActive()).isTrue();
    }

    @Test
    @DisplayName("without a name says that it is not known")
    void empty() {
        Organization organization = valid(OrganizationMapper.toOrganization(
                new UnitRecord(Town.TUMBA, "0127", new ProviderUnit(" ", Optional.empty(), true), true)));

        assertThat(organization.getNameElement().hasValue()).isFalse();
        assertThat(organization.hasPartOf()).isFalse();
    }

    @Test
    @DisplayName("that is gone from the source is no longer active")
    void odd() {
        Organization organization = valid(OrganizationMapper.toOrganization(
                new UnitRecord(Town.TUMBA, "0127", new ProviderUnit("Tumba ", Optional.of(""), true), false)));

        assertThat(organization.getActive()).isFalse();
        assertThat(organization.getName()).isEqualTo("Tumba");
    }
}
