package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class AlteredByHandIT {
    private final SharedTown town = SharedTown.get();

    @Test
    void theCheckOfARunningTownNamesWhatSomebodyAltered() {
        JsonNode team = town.teamOf("210001");
        String path = "/CareTeam/" + team.path("id").asText();
        ObjectNode altered = team.deepCopy();
        town.fhir.put(path, altered.put("status", "suspended"));

        TownProcess.Output found = town.process.check();

        assertThat(found.exitCode()).as(found.text()).isEqualTo(1);
        assertThat(found.text())
                .contains("CareTeam/" + team.path("id").asText())
                .contains("status");

        town.fhir.put(path, team);
        TownProcess.Output mended = town.process.check();
        assertThat(mended.exitCode()).as(mended.text()).isZero();
    }
}
