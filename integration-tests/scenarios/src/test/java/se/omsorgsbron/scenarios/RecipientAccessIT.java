package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Primary care lets nobody write without an access token, and knows the bridge by its own. */
class RecipientAccessIT {
    private final SharedTown town = SharedTown.get();

    @Test
    void everyWriteOfTheBridgeCarriedItsToken() throws IOException {
        List<Write> writes = writes();

        assertThat(writes)
                .filteredOn(Write::isTransaction)
                .hasSizeGreaterThan(100)
                .allMatch(w -> w.by("bridge"));
        // Who alters something by hand puts a single resource, which the bridge never does.
        assertThat(writes).filteredOn(write -> !write.isTransaction()).allMatch(w -> w.by("visitor"));
    }

    @Test
    void nobodyElseWrites() {
        JsonNode team = town.teamOf("210002");
        String path = "/CareTeam/" + team.path("id").asText();
        int version = SharedTown.version(team);

        Map<String, Supplier<String>> tokens = Map.of(
                "of the bridge's own server", () -> town.process.token("coordinator-0127"),
                "without its signature", () -> town.process.token("visitor").replaceAll("[^.]*$", ""),
                "of nobody", () -> "nonsense");
        tokens.forEach((what, token) -> assertThat(new Web(town.process.fhir())
                        .writingWith(token)
                        .answer("PUT", path, team)
                        .statusCode())
                .as("a token " + what)
                .isEqualTo(401));
        assertThat(new Web(town.process.fhir()).answer("PUT", path, team).statusCode())
                .as("no token")
                .isEqualTo(401);

        assertThat(SharedTown.version(town.fhir.get(path))).isEqualTo(version);
    }

    /** A request that changed something, as the access log of primary care has it. */
    private record Write(String method, String path, String client) {
        boolean isTransaction() {
            return method.equals("POST") && path.equals("/fhir");
        }

        boolean by(String who) {
            return client.equals(who);
        }
    }

    private List<Write> writes() throws IOException {
        try (var lines = Files.lines(town.process.state().resolve("logs/fhir-access.log"))) {
            return lines.map(line -> line.split(" "))
                    .filter(part -> !part[1].equals("GET") && !part[2].endsWith("/_search") && part[3].startsWith("2"))
                    .map(part -> new Write(part[1], part[2], part[5]))
                    .collect(Collectors.toList());
        }
    }
}
