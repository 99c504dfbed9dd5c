package se.omsorgsbron.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.lifecare.LifecareConfiguration.Headlines;

class LifecareConfigurationTest {
    private static final Headlines HEADLINES = new Headlines(Samples.NOTES, Samples.PLAN);

    private static LifecareConfiguration at(String baseUri) {
        return LifecareConfiguration.of("0127", URI.create(baseUri), "dom", "made-up", HEADLINES, Samples.RELATIONS);
    }

    @Test
    void neitherKeyNorDomainNorAddressStandsInTheText() {
        LifecareConfiguration configuration = at("https://lifecare.example/host");

        assertThat(configuration + " " + configuration.connection())
                .contains("0127")
                .doesNotContain("made-up", "dom", "lifecare.example");
    }

    @Test
    void theDefaultsAreCarefulAndMadeForSweden() {
        LifecareConfiguration configuration = at("https://lifecare.example/host");

        assertThat(configuration.pageSize()).isEqualTo(100);
        assertThat(configuration.overlap()).isEqualTo(Duration.ofMinutes(2));
        assertThat(configuration.zone()).isEqualTo(Samples.STOCKHOLM);
        assertThat(configuration.confidentialityAddOn()).isTrue();
    }

    @Test
    void aSlashAtTheEndOfTheAddressDoesNoHarm() {
        assertThat(at("https://lifecare.example/host/").connection().baseUri())
                .isEqualTo(URI.create("https://lifecare.example/host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://lifecare.example/",
                "lifecare.example",
                "https:///host",
                "https://lifecare.example/?key=made-up",
                "https://user:made-up@lifecare.example/"
            })
    void anAddressThatCannotBeOrCarriesASecretIsRefusedWithoutRepeatingIt(String baseUri) {
        assertThatThrownBy(() -> at(baseUri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("baseUri must be")
                .hasMessageNotContaining("made-up");
    }

    @Test
    void everyOtherMistakeSaysWhichPropertyItIs() {
        URI uri = URI.create("http://localhost");
        assertThatThrownBy(() -> LifecareConfiguration.of("127", uri, "d", "k", HEADLINES, Map.of()))
                .hasMessageStartingWith("municipality");
        assertThatThrownBy(() -> LifecareConfiguration.of("0127", uri, " ", "k", HEADLINES, Map.of()))
                .hasMessageStartingWith("domain");
        assertThatThrownBy(() -> LifecareConfiguration.of("0127", uri, "d", "", HEADLINES, Map.of()))
                .hasMessageStartingWith("key");
    }

    @Test
    void thereIsAFeedForEveryListOfTheContractThatConcernsUs() {
        assertThat(Lifecare.feeds(at("https://lifecare.example")))
                .extracting(Feed::name)
                .containsExactlyInAnyOrder(
                        "clients",
                        "provider_contact_personnels",
                        "personnel",
                        "provider_units",
                        "provider_headlines",
                        "sol_decisions",
                        "executions",
                        "service_plans",
                        "documentations",
                        "relatives",
                        "contacts",
                        "client_critical_informations",
                        "reported_visits");
    }
}
