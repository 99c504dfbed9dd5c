package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.BOTKYRKA;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.NACKA;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecareFaultsTest {

    private static final String RELATIVES = "/api/v1/relatives?" + BOTKYRKA;

    private SmallTown town;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        town = SmallTown.in(folder);
    }

    @AfterAll
    void stop() throws IOException {
        town.close();
    }

    @AfterEach
    void clear() {
        town.send("DELETE", "/_sandbox/faults", "");
    }

    private void fault(String json) {
        assertThat(town.send("PUT", "/_sandbox/faults", json).statusCode()).isEqualTo(200);
    }

    @Test
    void aStatusIsAnsweredAsOftenAsAskedForToTheListAndMunicipalityThatWereNamed() {
        fault(
                "[{\"resource\": \"relatives\", \"domain\": \"0127\", \"kind\": \"status\", \"status\": 500, \"count\": 2}]");
        assertThat(town.status("/api/v1/clients?" + BOTKYRKA)).isEqualTo(200);
        assertThat(town.status("/api/v1/relatives?" + NACKA)).isEqualTo(200);
        assertThat(town.status(RELATIVES)).isEqualTo(500);
        assertThat(town.json("/_sandbox/faults").at("/0/count").asInt()).isEqualTo(1);
        assertThat(town.status(RELATIVES)).isEqualTo(500);
        assertThat(town.status(RELATIVES)).isEqualTo(200);
        assertThat(town.json("/_sandbox/faults")).isEmpty();
    }

    @Test
    void oneFaultNeedsNoArrayAndClearingEndsIt() {
        fault("{\"kind\": \"status\", \"count\": 1000}");
        assertThat(town.status(RELATIVES)).isEqualTo(503);
        clear();
        assertThat(town.status(RELATIVES)).isEqualTo(200);
    }

    @Test
    void anAnswerCanBeAnHtmlPageOrEndInTheMiddleOrBeEmpty() {
        fault("{\"kind\": \"html\"}");
        var html = town.get(RELATIVES);
        assertThat(html.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(html.body()).startsWith("<html>");

        String whole = town.get(RELATIVES).body();
        fault("{\"kind\": \"truncated\"}");
        assertThat(whole).startsWith(town.get(RELATIVES).body()).hasSizeGreaterThan(10);
        assertThat(town.get(RELATIVES).body()).isEqualTo(whole);

        fault("{\"kind\": \"empty\"}");
        assertThat(town.get(RELATIVES).body()).isEqualTo("[]");
    }

    @Test
    void aDuplicatePageLosesNothing() {
        fault("{\"kind\": \"duplicate-page\", \"count\": 100}");
        assertThat(walk(2)).containsExactly("160001", "160002", "160001", "160002", "160003");
    }

    @Test
    void aShuffledListHasPagesThatFitTogether() {
        fault("{\"kind\": \"shuffle\", \"seed\": 1, \"count\": 100}");
        List<String> shuffled = walk(2);
        assertThat(shuffled)
                .containsExactlyInAnyOrder("160001", "160002", "160003")
                .isEqualTo(walk(1))
                .isNotEqualTo(List.of("160001", "160002", "160003"));
    }

    private List<String> walk(int limit) {
        List<String> all = new ArrayList<>();
        List<String> page = town.ids(RELATIVES + "&limit=" + limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = town.ids(RELATIVES + "&limit=" + limit + "&offset=" + all.size());
        }
        return all;
    }

    @Test
    void aConnectionCanBeDroppedAndAnAnswerCanBeLate() {
        fault("{\"kind\": \"drop-connection\", \"count\": 9}");
        assertThatIOException().isThrownBy(() -> town.sendOrThrow("GET", RELATIVES, ""));
        fault("{\"kind\": \"delay\", \"delayMs\": 300}");
        long before = System.nanoTime();
        assertThat(town.status(RELATIVES)).isEqualTo(200);
        assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    }

    @Test
    void aFaultThatCannotBeReadIsRefusedWithAnExample() {
        for (String body :
                List.of("{", "{\"kind\": \"fire\"}", "{\"resource\": \"clients\"}", "{\"kinds\": \"html\"}")) {
            assertThat(town.send("PUT", "/_sandbox/faults", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(town.status("/_sandbox/anything")).isEqualTo(404);
    }
}
