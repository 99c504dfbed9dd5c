package se.omsorgsbron.fhir.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.fhir.validation.SwedishBase;

@DisplayName("What the mappers make")
class MappedSwedishBaseTest {

    static Stream<Resource> mapped() {
        return Stream.of(
                        Arrays.stream(ProtectedIdentity.values())
                                .map(Town::full)
                                .map(PatientMapper::toPatient),
                        Stream.of(PatientMapper.toPatient(Town.empty())),
                        Stream.of(Staff.EVA, Staff.NOBODY, Staff.GONE).map(PractitionerMapper::toPractitioner),
                        Stream.of(Staff.EVA, Staff.NOBODY, Staff.GONE)
                                .map(staff -> PractitionerRoleMapper.toPractitionerRole(staff, Town.TUMBA)),
                        Stream.of(OrganizationMapper.toOrganization(Staff.UNIT)))
                .flatMap(resources -> resources);
    }

    @ParameterizedTest
    @MethodSource("mapped")
    @DisplayName("is valid against the Swedish base profiles as well")
    void isValidAgainstTheSwedishBase(Resource resource) {
        assertThat(SwedishBase.errors(resource)).isEmpty();
    }
}
