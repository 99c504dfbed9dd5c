package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileSourceIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SharedTown town = SharedTown.get();

    @AfterEach
    void wellAgain() {
        town.lifecareControl.delete("/_sandbox/faults");
    }

    @Test
    void aListThatSuddenlyComesBackEmptyEndsNobodysPlanAndIsTold() {
        long active = activePlans();
        fault(Map.of("resource", "service_plans", "domain", "0127", "kind", "empty", "count", 6));

        await().atMost(SOON)
                .until(() -> town.process.bridge("held", "list").text().contains("list-shrunk"));
        await().atMost(SOON).until(() -> faultsLeft().isEmpty());

        assertThat(activePlans()).isEqualTo(active);
        await().atMost(SOON)
                .until(() -> !town.process.bridge("held", "list").text().contains("list-shrunk"));
    }

    @Test
    void aDuplicatePageAndPagesInAnotherOrderChangeNothing() {
        int versions = town.fhir.versions();
        fault(Map.of("resource", "service_plans", "kind", "duplicate-page", "count", 3));
        await().atMost(SOON).until(() -> faultsLeft().isEmpty());
        fault(Map.of("resource", "service_plans", "kind", "shuffle", "seed", 7, "count", 6));
        await().atMost(SOON).until(() -> faultsLeft().isEmpty());

        assertThat(town.fhir.versions()).isEqualTo(versions);
    }

    @Test
    void aPageThatIsNotJsonIsHeldAndTheRestGoesOn() {
        fault(Map.of("resource", "service_plans", "domain", "0182", "kind", "html", "count", 2));

        await().atMost(SOON)
                .until(() -> town.process.bridge("held", "list").text().contains("not-json")
                        || faultsLeft().isEmpty());
        await().atMost(SOON)
                .until(() -> !town.process.bridge("held", "list").text().contains("not-json"));
    }

    private void fault(Map<String, Object> fault) {
        town.lifecareControl.put("/_sandbox/faults", List.of(fault));
    }

    private com.fasterxml.jackson.databind.JsonNode faultsLeft() {
        return town.lifecareControl.get("/_sandbox/faults");
    }

    private long activePlans() {
        return town.fhir.all("CarePlan").stream()
                .filter(plan -> plan.path("status").asText().equals("active"))
                .count();
    }
}
