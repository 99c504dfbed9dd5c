package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.BOTKYRKA;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.NACKA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecareListsTest {

    private SmallTown town;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        town = SmallTown.in(folder, new Lists.PageSize(2, 3));
    }

    @AfterAll
    void stop() throws IOException {
        town.close();
    }

    @Test
    void domainAndKeyAreRequiredAndHaveToFitTogether() {
        assertThat(town.status("/api/v1/clients?key=test-key-botkyrka")).isEqualTo(400);
        assertThat(town.status("/api/v1/clients?domain=0127")).isEqualTo(400);
        assertThat(town.status("/api/v1/clients?domain=0127&key=test-key-nacka"))
                .isEqualTo(401);
        assertThat(town.status("/api/v1/clients?domain=0180&key=test-key-nacka"))
                .isEqualTo(403);
        assertThat(town.status("/api/v1/clients?" + BOTKYRKA)).isEqualTo(200);
    }

    @Test
    void nothingIsServedThatTheContractLacks() {
        assertThat(town.status("/api/v1/personnels?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/personnel?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v2/clients?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/service_plans/140001?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/ibic_assessments?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/service_plans?gt=2026-01-01T00:00:00Z&" + BOTKYRKA))
                .isEqualTo(400);
        assertThat(town.send("POST", "/api/v1/documentations?" + BOTKYRKA, "{}").statusCode())
                .isEqualTo(405);
        assertThat(town.json("/api/v1/client_critical_informations?" + BOTKYRKA)
                        .at("/0/Warnings/0")
                        .has("Colour"))
                .as("a field that only the town has")
                .isFalse();
    }

    @Test
    void wireMocksOwnInterfaceIsClosed() {
        assertThat(town.status("/../__admin/mappings")).isEqualTo(401);
    }

    @Test
    void aListWithoutRecordsIsNotFound() {
        assertThat(town.status("/api/v1/contacts?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/clients?offset=10&" + BOTKYRKA)).isEqualTo(404);
    }

    @Test
    void limitAndOffsetWalkABareArrayWithinTheServersLimit() {
        String units = "/api/v1/relatives?" + BOTKYRKA;
        assertThat(town.ids(units)).containsExactly("160001", "160002");
        assertThat(town.ids(units + "&limit=1")).containsExactly("160001");
        assertThat(town.ids(units + "&limit=1&offset=2")).containsExactly("160003");
        assertThat(town.ids(units + "&limit=500")).hasSize(3);
        assertThat(town.ids("/api/v2/personnel?includeInactive=true&limit=500&" + BOTKYRKA))
                .hasSize(3);
        assertThat(town.status(units + "&limit=all")).isEqualTo(400);
        assertThat(town.status(units + "&limit=-1")).isEqualTo(400);
    }

    @Test
    void executionsAndUnitsAreOrderedByIdAndOthersAsTheyStand() {
        assertThat(town.ids("/api/v1/executions?" + BOTKYRKA)).containsExactly("130001", "130002");
        assertThat(town.ids("/api/v1/provider_units?" + BOTKYRKA)).containsExactly("100101", "100102");
    }

    @Test
    void aMunicipalitySeesItsOwnRecordsAndThoseThatCannotBeTold() {
        assertThat(town.ids("/api/v1/clients?" + BOTKYRKA)).containsExactly("110001", "110002");
        assertThat(town.ids("/api/v1/clients?" + NACKA)).containsExactly("210001", "210002");
        assertThat(town.ids("/api/v1/documentations?" + NACKA)).containsExactly("D-2");
        assertThat(town.ids("/api/v1/provider_headlines?" + NACKA)).containsExactly("200501");
        assertThat(town.ids("/api/v1/relatives?" + NACKA)).containsExactly("160002", "160003");
        assertThat(town.ids("/api/v1/service_plans?" + NACKA)).isEmpty();
        assertThat(town.ids("/api/v1/reported_visits?" + NACKA)).isEmpty();
        assertThat(town.ids("/api/v2/personnel?" + NACKA)).containsExactly("200301", "900001");
    }

    @Test
    void oneRecordIsFoundByItsIdAndAClientByIdentityNumber() {
        assertThat(town.json("/api/v1/clients/189602029812?" + NACKA).get("Id").asInt())
                .isEqualTo(210002);
        assertThat(town.json("/api/v1/documentations/D-1?" + BOTKYRKA).get("Id").asText())
                .isEqualTo("D-1");
        assertThat(town.json("/api/v1/executions/130001?" + BOTKYRKA)
                        .at("/ServiceCategory/Text")
                        .asText())
                .isEqualTo("Hemtjänst");
        assertThat(town.status("/api/v1/executions/130001?" + NACKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/clients/110001?" + BOTKYRKA)).isEqualTo(404);
    }

    @Test
    void whatTheTownSaysOfTimesIsPassedOnAsItStands() {
        assertThat(town.get("/api/v1/clients?" + BOTKYRKA).body())
                .contains("\"UpdateTime\":\"2026-11-01T08:15:00Z\"")
                .contains("\"FirstName\":\"Åke\"");
        assertThat(town.json("/api/v1/executions/130001?" + BOTKYRKA)
                        .get("StartDate")
                        .asText())
                .isEqualTo("2026-10-01T00:00:00");
    }

    @Test
    void theDateHeaderTellsTheTimeOnce() {
        assertThat(town.get("/api/v1/clients?" + BOTKYRKA).headers().allValues("Date"))
                .singleElement()
                .satisfies(text -> assertThat(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                        .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1))));
    }

    @Test
    void staffWhoAreDisabledShowOnlyWithThoseWhoAreInactive() {
        assertThat(town.ids("/api/v2/personnel?" + BOTKYRKA)).containsExactly("100301", "900001");
        assertThat(town.ids("/api/v2/personnel?includeInactive=true&limit=3&" + BOTKYRKA))
                .containsExactly("100301", "100302", "900001");
        assertThat(town.status("/api/v2/personnel?q=Id='100301'&" + BOTKYRKA)).isEqualTo(400);
    }
}
