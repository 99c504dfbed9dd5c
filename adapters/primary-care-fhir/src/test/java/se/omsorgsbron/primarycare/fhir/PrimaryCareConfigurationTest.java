package se.omsorgsbron.primarycare.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimaryCareConfigurationTest {

    @Test
    void itsTextShowsNeitherAddressNorToken() {
        assertThat(configuration("https://fhir.example.org/r4").toString()).isEqualTo("primary-care of 0127");
    }

    @Test
    void aSlashAtTheEndOfTheAddressMakesNoDifference() {
        assertThat(configuration("https://fhir.example.org/r4/"))
                .isEqualTo(configuration("https://fhir.example.org/r4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhir.example.org/r4",
                "ftp://fhir.example.org/r4",
                "https://user:secret@fhir.example.org/r4",
                "https://fhir.example.org/r4?key=secret"
            })
    void anAddressThatCannotBeUsedIsRefusedWithWhatToWriteAndWithoutWhatWasWritten(String address) {
        assertThatThrownBy(() -> configuration(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("base: write")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theRouteIsNamedAfterRecipientAndMunicipality() {
        assertThat(PrimaryCareRoutes.routeId(configuration("https://fhir.example.org/r4")))
                .isEqualTo("primary-care.0127.transaction");
    }

    private static PrimaryCareConfiguration configuration(String base) {
        return new PrimaryCareConfiguration(
                "primary-care", "0127", URI.create(base), false, Duration.ofSeconds(1), Map.of(), Optional.empty());
    }
}
