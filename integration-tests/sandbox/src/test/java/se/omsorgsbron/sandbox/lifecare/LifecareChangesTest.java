package se.omsorgsbron.sandbox.lifecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.BOTKYRKA;
import static se.omsorgsbron.sandbox.lifecare.SmallTown.NACKA;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecareChangesTest {

    @TempDir
    private Path folder;

    private SmallTown town;
    private Instant started;

    @BeforeEach
    void start() throws IOException {
        town = SmallTown.in(folder);
        started = Instant.now();
    }

    @AfterEach
    void stop() throws IOException {
        town.close();
    }

    /** The promise is two seconds on a machine that has nothing else to do; tests leave room for one that has. */
    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(50)).atMost(Duration.ofSeconds(20));
    }

    private String delta(String resource) {
        return "/api/v1/" + resource + "?gt=" + started + "&" + BOTKYRKA;
    }

    private JsonNode client(int id) {
        return town.json("/api/v1/clients?q=Id='" + id + "'&" + BOTKYRKA).get(0);
    }

    private int nextChange() {
        return town.send("POST", "/_sandbox/changes/next", "").statusCode();
    }

    @Test
    void beforeAnythingChangesADeltaIsEmptyAndAnOlderOneHasAll() {
        assertThat(town.status(delta("clients"))).isEqualTo(404);
        assertThat(town.ids("/api/v1/clients?gt=1970-01-01T00:00:00&" + BOTKYRKA))
                .hasSize(2);
        assertThat(town.ids("/api/v1/clients?lt=1970-01-01T00:00:00Z&" + BOTKYRKA))
                .isEmpty();
        assertThat(town.status("/api/v1/clients?gt=yesterday&" + BOTKYRKA)).isEqualTo(400);
    }

    @Test
    void onlyTheRecordThatWasEditedInTheFolderIsModified() throws IOException {
        town.edit("clients", "\"Beda\"", "\"Berta\"");
        soon().untilAsserted(() -> assertThat(town.ids(delta("clients"))).containsExactly("110001"));
        assertThat(client(110001).get("FirstName").asText()).isEqualTo("Berta");
        assertThat(Instant.parse(client(110001).get("UpdateTime").asText())).isAfterOrEqualTo(started);
        assertThat(client(110002).get("UpdateTime").asText()).isEqualTo("2026-11-02T08:15:00Z");
    }

    @Test
    void aRecordThatIsAddedInTheFolderIsServed() throws IOException {
        town.edit("relatives", "[\n", "[\n{\"Id\": 160009, \"PersonId\": \"189002029800\"},");
        soon().untilAsserted(() -> assertThat(town.ids(delta("relatives"))).containsExactly("160009"));
        assertThat(town.ids("/api/v1/relatives?" + NACKA)).doesNotContain("160009");
    }

    @Test
    void aRecordThatIsRemovedShowsAsDeletedInDeltasAlone() throws IOException {
        Files.writeString(town.file("clients"), "[]");
        soon().untilAsserted(() -> assertThat(town.ids(delta("clients"))).containsExactly("110001", "110002"));
        assertThat(town.json(delta("clients")))
                .allMatch(node -> node.get("Deleted").asBoolean());
        assertThat(town.status("/api/v1/clients?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.status("/api/v1/clients/189002029800?" + BOTKYRKA)).isEqualTo(404);
        assertThat(town.ids("/api/v1/relatives?" + NACKA))
                .as("what is left of a person stays where the person was")
                .doesNotContain("160001");
    }

    @Test
    void aRecordThatCameAsDeletedShowsInDeltasAlone() {
        assertThat(town.ids("/api/v1/sol_decisions?" + BOTKYRKA)).containsExactly("170001");
        assertThat(town.ids("/api/v1/sol_decisions?gt=1970-01-01T00:00:00Z&" + BOTKYRKA))
                .containsExactly("170001", "170002");
    }

    @Test
    void aListWithoutDeltasSimplyLosesWhatIsRemoved() throws IOException {
        Files.writeString(town.file("service_plans"), "[]");
        soon().until(() -> town.status("/api/v1/service_plans?" + BOTKYRKA) == 404);
    }

    @Test
    void aFileThatIsHalfWrittenOrGoneChangesNothing() throws IOException {
        String whole = Files.readString(town.file("relatives"));
        Files.writeString(town.file("relatives"), whole.substring(0, whole.length() / 2));
        Files.delete(town.file("executions"));
        town.edit("clients", "\"Beda\"", "\"Berta\"");
        soon().untilAsserted(() -> assertThat(town.ids(delta("clients"))).containsExactly("110001"));
        town.edit("clients", "\"Berta\"", "\"Britta\"");
        soon().until(() -> client(110001).get("FirstName").asText().equals("Britta"));
        assertThat(town.ids("/api/v1/relatives?" + BOTKYRKA)).hasSize(3);
        assertThat(town.ids("/api/v1/executions?" + BOTKYRKA)).hasSize(2);

        Files.writeString(town.file("relatives"), whole.replace("Dotter", "Syster"));
        soon().untilAsserted(() -> assertThat(town.ids(delta("relatives"))).containsExactly("160001"));
    }

    @Test
    void scriptedChangesAreMadeOneByOneInTheirOrder() {
        assertThat(SmallTown.parsed(town.send("POST", "/_sandbox/changes/next", ""))
                        .toString())
                .isEqualToIgnoringWhitespace("{\"name\":\"Client 110001 gets another name\",\"left\":3}");
        assertThat(client(110001).get("LastName").asText()).isEqualTo("Nyman");
        assertThat(town.ids(delta("clients"))).containsExactly("110001");

        assertThat(nextChange()).isEqualTo(200);
        assertThat(town.ids(delta("provider_contact_personnels"))).containsExactly("150002");

        assertThat(nextChange()).isEqualTo(200);
        assertThat(town.status("/api/v1/documentations?" + BOTKYRKA)).isEqualTo(404);

        assertThat(nextChange()).as("its record is not there").isEqualTo(409);
        assertThat(town.json("/_sandbox/changes"))
                .extracting(node -> node.get("applied").asBoolean())
                .containsExactly(true, true, true, false);
        assertThat(town.json("/_sandbox/changes").at("/0/afterSeconds").asDouble())
                .isEqualTo(10.0);
    }

    @Test
    void aScriptedChangeAndAnEditOfTheSameRecordBothHold() throws IOException {
        assertThat(nextChange()).isEqualTo(200);
        town.edit("clients", "\"Beda\"", "\"Berta\"");
        soon().until(() -> client(110001).get("FirstName").asText().equals("Berta"));
        assertThat(client(110001).get("LastName").asText()).isEqualTo("Nyman");

        town.edit("clients", "\"Ek\"", "\"Gran\"");
        soon().until(() -> client(110001).get("LastName").asText().equals("Gran"));
    }

    @Test
    void staffWhoWereModifiedOrRemovedAreListedForSevenDays() throws IOException {
        String modified = "/api/v2/personnel/modified_personnel?" + BOTKYRKA + "&modifiedAfter=";
        assertThat(town.json(modified + started).toString())
                .isEqualTo("{\"ModifiedPersonnel\":[],\"DeletedPersonnelIds\":[]}");
        town.edit("personnel", "\"Eva\"", "\"Ewa\"");
        town.edit("personnel", "\"Id\": 100302", "\"Id\": 100303");
        soon().untilAsserted(() -> {
            JsonNode answer = town.json(modified + started);
            assertThat(answer.get("ModifiedPersonnel"))
                    .extracting(node -> node.get("Id").asInt())
                    .containsExactlyInAnyOrder(100301, 100303);
            assertThat(answer.get("DeletedPersonnelIds"))
                    .extracting(JsonNode::asInt)
                    .containsExactly(100302);
        });
        assertThat(town.status(modified + started.minus(Duration.ofDays(8)))).isEqualTo(400);
        assertThat(town.status(modified)).isEqualTo(400);
    }
}
