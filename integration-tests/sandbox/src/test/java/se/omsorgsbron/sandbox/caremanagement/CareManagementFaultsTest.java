package se.omsorgsbron.sandbox.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static se.omsorgsbron.sandbox.caremanagement.SmallCase.E1;
import static se.omsorgsbron.sandbox.caremanagement.SmallCase.ENTRY;
import static se.omsorgsbron.sandbox.caremanagement.SmallCase.ERRANDS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareManagementFaultsTest {

    private static final String ENTRIES = E1 + "/journal-entries";

    @TempDir
    private Path folder;

    private SmallCase town;

    @BeforeEach
    void start() throws IOException {
        town = SmallCase.in(folder);
    }

    @AfterEach
    void stop() throws IOException {
        town.close();
    }

    private void dropped() {
        assertThatIOException().isThrownBy(() -> town.sendOrThrow("POST", ENTRIES, ENTRY));
    }

    @Test
    void aConnectionCanBeDroppedBeforeOrAfterTheEntryIsStored() {
        town.fault("{\"resource\": \"journal-entries\", \"method\": \"POST\", \"kind\": \"drop\"}");
        dropped();
        assertThat(town.entries()).isEmpty();

        town.fault("{\"resource\": \"journal-entries\", \"method\": \"POST\", \"kind\": \"drop\", \"stored\": true}");
        dropped();
        assertThat(town.entries()).hasSize(1);
        assertThat(town.get("/_sandbox/faults")).isEmpty();
    }

    @Test
    void aStatusCanBeAnsweredWithoutAndAfterStoring() {
        town.fault("[{\"resource\": \"journal-entries\", \"kind\": \"status\", \"status\": 500, \"count\": 2},"
                + " {\"resource\": \"journal-entries\", \"kind\": \"status\", \"status\": 504, \"stored\": true}]");
        assertThat(town.status("GET", ERRANDS, "")).isEqualTo(200);
        assertThat(town.status("POST", ENTRIES, ENTRY)).isEqualTo(500);
        assertThat(town.status("GET", ENTRIES, "")).isEqualTo(500);
        assertThat(town.entries()).isEmpty();
        assertThat(town.status("POST", ENTRIES, ENTRY)).isEqualTo(504);
        assertThat(town.entries()).hasSize(1);
        assertThat(town.status("POST", ENTRIES, ENTRY)).isEqualTo(201);
    }

    @Test
    void anAnswerCanBeAnHtmlPageOrEndInTheMiddleOrBeLate() {
        String whole = town.send("GET", ERRANDS, "").body();
        town.fault("{\"kind\": \"html\"}");
        assertThat(town.send("GET", ERRANDS, "").body()).startsWith("<html>");
        town.fault("{\"kind\": \"truncated\"}");
        assertThat(whole).startsWith(town.send("GET", ERRANDS, "").body());
        town.fault("{\"kind\": \"delay\", \"delayMs\": 300}");
        long before = System.nanoTime();
        assertThat(town.send("GET", ERRANDS, "").body()).isEqualTo(whole);
        assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    }

    @Test
    void thePartyLookUpFailsOnDemandToo() {
        town.fault("{\"resource\": \"party\", \"kind\": \"status\"}");
        String asked = "{\"municipalityId\": \"2281\", \"partyId\": \"p2\"}";
        assertThat(town.status("GET", ERRANDS, "")).isEqualTo(200);
        assertThat(town.status("POST", "/party", asked)).isEqualTo(503);
        assertThat(town.status("POST", "/party", asked)).isEqualTo(200);
    }

    @Test
    void aFaultThatCannotBeReadIsRefusedWithAnExampleAndClearingEndsThem() {
        for (String body : List.of("{", "{\"kind\": \"fire\"}", "{\"kinds\": \"html\"}")) {
            assertThat(town.status("PUT", "/_sandbox/faults", body)).as(body).isEqualTo(400);
        }
        town.fault("{\"kind\": \"status\", \"count\": 1000}");
        assertThat(town.status("GET", ERRANDS, "")).isEqualTo(503);
        town.send("DELETE", "/_sandbox/faults", "");
        assertThat(town.status("GET", ERRANDS, "")).isEqualTo(200);
        assertThat(town.status("GET", "/_sandbox/anything", "")).isEqualTo(404);
    }
}
