package se.omsorgsbron.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeSettingsTest {
    @TempDir
    private Path folder;

    private String text = "";
    private JsonNode bridge;

    @BeforeEach
    void write() throws IOException {
        Path town = Files.createDirectories(folder.resolve("town"));
        Files.writeString(town.resolve("town.yaml"), """
                municipalities:
                  "0127": {name: Botkyrka, key: a, ids: [1, 2]}
                """);
        StateFolder state = StateFolder.kept(folder.resolve("state"));
        new BridgeSettings(state, town)
                .write(new BridgeSettings.Addresses(
                        "jdbc:postgresql://localhost/postgres",
                        "http://127.0.0.1:1",
                        "http://127.0.0.1:2/fhir",
                        "http://127.0.0.1:3",
                        4));
        text = Files.readString(state.configuration());
        bridge = new YAMLMapper().readTree(text).path("omsorgsbron");
    }

    @Test
    void theEntranceTrustsTheTownsServerAndKnowsWhoseEachClientIs() {
        JsonNode entrance = bridge.path("entrance");
        assertThat(entrance.path("issuer").asText()).isEqualTo("http://127.0.0.1:3");
        assertThat(entrance.path("jwks-url").asText()).isEqualTo("http://127.0.0.1:3/oauth2/jwks");
        assertThat(entrance.path("audience").asText()).isEqualTo("https://bridge.omsorgsbron.example");
        assertThat(entrance.path("clients").toString()).isEqualTo("""
                {"operations-0127":{"municipality":"0127","role":"operations"},\
                "coordinator-0127":{"municipality":"0127","role":"coordinator"},\
                "auditor-0127":{"municipality":"0127","role":"auditor"},\
                "night-patrol-0127":{"municipality":"0127","role":"night-patrol","recipient":"night-patrol"},\
                "primary-care-0127":{"municipality":"0127","role":"recipient","recipient":"primary-care"},\
                "monitoring":{"role":"monitoring"}}""");
        assertThat(text).as("a code is no number").contains("municipality: \"0127\"");
    }

    @Test
    void theBridgeShowsPrimaryCareWhoItIsWithItsKey() {
        JsonNode oauth2 = bridge.at("/municipalities/0127/recipients/primary-care/oauth2");
        assertThat(oauth2.path("token-url").asText()).isEqualTo("http://127.0.0.1:3/oauth2/token");
        assertThat(oauth2.path("client-id").asText()).isEqualTo("bridge");
        assertThat(oauth2.path("key-file").asText()).endsWith("secrets/clients/bridge.jwk");
    }
}
