package se.omsorgsbron.fhirserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void whomToTrustIsSaidWithAllThreeOrNotAtAll() {
        assertThat(Options.parse(List.of("--port", "8080")).trust()).isEmpty();
        assertThat(Options.parse(List.of(
                                "--issuer", "http://127.0.0.1:9000",
                                "--issuer-jwks", "http://127.0.0.1:9000/oauth2/jwks",
                                "--audience", "https://primary-care.omsorgsbron.example"))
                        .trust())
                .hasValueSatisfying(trust -> assertThat(trust.issuer()).isEqualTo("http://127.0.0.1:9000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--audience", "https://primary-care.omsorgsbron.example")))
                .withMessageContaining("write all three");
    }

    @Test
    void whatCannotBeUsedIsToldWithTheUsage() {
        for (List<String> unusable : List.of(
                List.of("--prot", "8080"),
                List.of("--port"),
                List.of("--port", "70000"),
                List.of("--issuer", "a", "--issuer-jwks", "no address", "--audience", "b"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Options.parse(unusable))
                    .withMessageContaining(Options.USAGE);
        }
    }
}
