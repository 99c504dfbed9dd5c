package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecipientDownIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SharedTown town = SharedTown.get();

    @AfterEach
    void wellAgain() {
        town.fhirControl.delete("/_sandbox/fault");
    }

    @Test
    void tenChangesWhilePrimaryCareIsDownAreOneDeliveryWhenItIsBack() {
        JsonNode before = plan();
        int version = SharedTown.version(before);
        town.fhirControl.put("/_sandbox/fault", Map.of("status", 503, "count", 100_000));

        for (int i = 1; i <= 10; i++) {
            String comment = "Ändring " + i;
            town.editor.set("service_plans", "140006", Map.of("ClientParticipationComment", comment));
            await().atMost(SOON).until(() -> servedByLifecare(comment));
        }
        // The bridge has read the tenth change too, in both municipalities, before primary care is back.
        long readings = readings();
        await().atMost(SOON).until(() -> readings() >= readings + 8);
        town.fhirControl.delete("/_sandbox/fault");

        await().atMost(SOON).until(() -> plan().toString().contains("Ändring 10"));
        assertThat(SharedTown.version(plan())).isEqualTo(version + 1);
    }

    private JsonNode plan() {
        return town.fhir.identified("CarePlan", "service_plans/140006");
    }

    /** How often the list of plans has been asked for. */
    private long readings() {
        try (var lines = Files.lines(town.process.state().resolve("logs/lifecare-access.log"))) {
            return lines.filter(line -> line.contains("/service_plans")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean servedByLifecare(String comment) {
        Web lifecare = new Web(town.process.lifecare());
        String key = key();
        return lifecare.get("/api/v1/service_plans?domain=0127&key=" + key + "&limit=500")
                .toString()
                .contains('"' + comment + '"');
    }

    private String key() {
        try {
            return Files.readString(town.process.state().resolve("secrets/lifecare-key-0127"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
