package se.omsorgsbron.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;

class EntranceCheckTest {
    private static final String GOOD = """
            omsorgsbron:
              ledger: {url: "jdbc:postgresql://localhost:5432/omsorgsbron", username: bridge, password: secret}
              entrance:
                issuer: https://login.example
                jwks-url: https://login.example/jwks
                audience: https://bridge.example
                clients:
                  operations: {municipality: "0127", role: operations}
                  centre: {municipality: "0127", role: recipient, recipient: primary-care}
                  watch: {role: monitoring}
              operators: {anna: [operations, data-protection]}
              municipalities:
                "0127":
                  name: Botkyrka
                  disclosure: botkyrka
                  case-system: {type: lifecare, url: https://lifecare.example, domain: "0127", key: made-up}
                  recipients: {primary-care: {type: fhir-r4, url: https://fhir.example/r4}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aGoodEntranceIsTaken() throws IOException {
        assertThat(sentences(GOOD)).isEmpty();
    }

    @Test
    void aClientWithoutAPlaceIsToldWhatToWrite() throws IOException {
        assertThat(sentences(GOOD.replace(
                        "operations: {municipality: \"0127\", role: operations}", "x: {role: operations}")))
                .singleElement()
                .asString()
                .contains("entrance.clients.x.municipality", "must be one of 0127");
        assertThat(sentences(GOOD.replace("recipient: primary-care}", "recipient: vc}")))
                .singleElement()
                .asString()
                .contains("clients.centre.recipient", "must be one of primary-care");
        assertThat(sentences(GOOD.replace("{role: monitoring}", "{role: monitoring, municipality: \"0127\"}")))
                .singleElement()
                .asString()
                .contains("must be left out");
        assertThat(sentences(GOOD.replace("role: operations}", "role: data-protection}")))
                .singleElement()
                .asString()
                .contains("must be one of operations, coordinator, auditor, recipient, night-patrol, monitoring");
    }

    @Test
    void anOperatorWithARoleThatNoCommandNeedsIsToldWhichThereAre() throws IOException {
        assertThat(sentences(GOOD.replace("[operations, data-protection]", "[monitoring]")))
                .singleElement()
                .asString()
                .contains("omsorgsbron.operators.anna", "operations, coordinator, auditor, data-protection");
    }

    @Test
    void keysComeOverTlsAlone() throws IOException {
        assertThat(sentences(GOOD.replace("jwks-url: https:", "jwks-url: http:")))
                .singleElement()
                .asString()
                .contains("entrance.jwks-url", "must begin with https://");
    }

    @Test
    void beyondThisMachineTheBridgeListensOnlyWithCallersWhoAreKnownAndOverTls() throws IOException {
        String open = "server: {address: 0.0.0.0}\n";
        String tls = "server: {address: 0.0.0.0, ssl: {certificate: a.crt, certificate-private-key: a.key}}\n";
        String nobody = GOOD.replaceAll("(?s)  entrance:.*?  operators", "  operators");

        assertThat(sentences(open + GOOD)).singleElement().asString().contains("without TLS");
        assertThat(sentences(tls + nobody)).singleElement().asString().contains("says of nobody who may come in");
        assertThat(sentences(tls + GOOD)).isEmpty();
        assertThat(sentences("server: {address: 127.0.0.1}\n" + nobody)).isEmpty();
        assertThat(sentences("management: {server: {port: 9, address: 10.0.0.1}}\n" + nobody))
                .hasSize(2);
    }

    @Test
    void halfAClientCertificateIsNone() throws IOException {
        assertThat(sentences(GOOD.replace(
                        "url: https://fhir.example/r4}", "url: https://fhir.example/r4, client-key-file: k}")))
                .singleElement()
                .asString()
                .contains("write both");
    }

    private List<String> sentences(String yaml) throws IOException {
        Loaded loaded = ConfigurationFile.load(Files.writeString(folder.resolve("bridge.yaml"), yaml));
        return loaded instanceof Loaded.Bad bad ? bad.sentences() : List.of();
    }
}
