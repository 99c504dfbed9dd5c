package se.omsorgsbron.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.sandbox.launch.TownClient.Place;
import se.omsorgsbron.sandbox.town.Town;

class TownClientsTest {
    @TempDir
    private Path folder;

    @Test
    void eachMunicipalityHasItsOwnAndSomeAreThereOnce() throws IOException {
        assertThat(clients(List.of("primary-care")))
                .extracting(TownClient::id)
                .containsExactly(
                        "operations-0180",
                        "coordinator-0180",
                        "auditor-0180",
                        "night-patrol-0180",
                        "primary-care-0180",
                        "operations-0330",
                        "coordinator-0330",
                        "auditor-0330",
                        "night-patrol-0330",
                        "primary-care-0330",
                        "monitoring",
                        "bridge",
                        "visitor");
    }

    @Test
    void aRecipientMayReadItsOwnAndWriteWhatPrimaryCareHasToSay() throws IOException {
        TownClient hospital = clients(List.of("primary-care", "hospital")).stream()
                .filter(client -> client.id().equals("hospital-0330"))
                .findFirst()
                .orElseThrow();

        assertThat(hospital.place()).contains(new Place("recipient", Optional.of("0330"), Optional.of("hospital")));
        assertThat(hospital.audience()).isEqualTo(TownClients.BRIDGE);
        assertThat(hospital.scope().split(" "))
                .contains("system/CareTeam.crus", "system/Communication.crus", "system/Patient.rs")
                .filteredOn(scope -> !scope.endsWith(".rs"))
                .hasSize(2);
    }

    @Test
    void whoWritesAtPrimaryCareHasNoBusinessAtTheBridge() throws IOException {
        assertThat(clients(List.of("primary-care")))
                .filteredOn(client -> client.place().isEmpty())
                .allMatch(client -> client.audience().equals(TownClients.PRIMARY_CARE))
                .extracting(TownClient::id)
                .containsExactly("bridge", "visitor");
    }

    private List<TownClient> clients(List<String> recipients) throws IOException {
        Files.writeString(folder.resolve("town.yaml"), """
                municipalities:
                  "0330": {name: Knivsta, key: a, ids: [1, 2]}
                  "0180": {name: Stockholm, key: b, ids: [3, 4]}
                """);
        return TownClients.of(Town.read(folder), recipients);
    }
}
