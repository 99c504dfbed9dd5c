package se.omsorgsbron.fhirserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.fhirserver.ServerProcess.Answer;

/** One server, whose story is told in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class FhirServerIT {

    private static final String NUMBER = "189002029800";
    private static final String IDENTIFIER = "http://electronichealth.se/identifier/personnummer|" + NUMBER;
    private static final String TEAM = "7a1f2f7e-1d0f-5f0a-9d5e-0d2f6c1b2a3c";

    @TempDir
    private static Path folder;

    private ServerProcess server;

    @BeforeAll
    void start() throws IOException {
        server = new ServerProcess(folder.resolve("data"), folder.resolve("access.log"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.stop();
    }

    private Answer transaction(String status, String ifMatch) throws IOException, InterruptedException {
        return server.send("POST", "/fhir", bundle(status, ifMatch, NUMBER));
    }

    private static String bundle(String status, String ifMatch, String number) {
        return """
            {"resourceType": "Bundle", "type": "transaction", "entry": [
              {"fullUrl": "urn:uuid:0f0b3c2e-7a55-4c39-8d6a-0c4f1f0f2a11",
               "resource": {"resourceType": "Patient", "identifier":
                 [{"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}]},
               "request": {"method": "POST", "url": "Patient", "ifNoneExist":
                 "identifier=http://electronichealth.se/identifier/personnummer|%s"}},
              {"resource": {"resourceType": "CareTeam", "id": "%s", "status": "%s",
                 "subject": {"reference": "urn:uuid:0f0b3c2e-7a55-4c39-8d6a-0c4f1f0f2a11"}},
               "request": {"method": "PUT", "url": "CareTeam/%s" %s}}]}
            """.formatted(number, number, TEAM, status, TEAM, ifMatch);
    }

    @Test
    @Order(1)
    void aTransactionCreatesAPatientOnceAndATeamUnderTheIdThatTheClientChose() throws Exception {
        assertThat(transaction("proposed", "").status()).isEqualTo(200);
        assertThat(transaction("active", "").status()).isEqualTo(200);

        assertThat(server.search("/fhir/Patient/_search", "identifier=" + IDENTIFIER)
                        .body()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.get("/fhir/CareTeam/" + TEAM + "/_history")
                        .body()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void aStaleIfMatchInATransactionIsRefusedAsAConflict() throws Exception {
        assertThat(transaction("inactive", ", \"ifMatch\": \"W/\\\"1\\\"\"").status())
                .isIn(409, 412);
        assertThat(server.get("/fhir/CareTeam/" + TEAM).body().get("status").asText())
                .isEqualTo("active");
    }

    @Test
    @Order(3)
    void aReferenceToNobodyIsRefused() throws Exception {
        Answer answer = server.send("PUT", "/fhir/CareTeam/5d1c2a7e-1111-5f0a-9d5e-0d2f6c1b2a3c", """
                {"resourceType": "CareTeam", "id": "5d1c2a7e-1111-5f0a-9d5e-0d2f6c1b2a3c",
                 "subject": {"reference": "Patient/00000000-1111-5f0a-9d5e-0d2f6c1b2a3c"}}
                """);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    @Order(4)
    void itFailsAsManyTimesAsItIsToldTo() throws Exception {
        server.send("PUT", "/_sandbox/fault", "{\"status\": 503, \"count\": 2}");
        assertThat(server.get("/fhir/CareTeam/" + TEAM).status()).isEqualTo(503);
        assertThat(server.get("/_sandbox/fault").body().get("count").asInt()).isEqualTo(1);
        assertThat(server.get("/fhir/CareTeam/" + TEAM).status()).isEqualTo(503);
        assertThat(server.get("/fhir/CareTeam/" + TEAM).status()).isEqualTo(200);

        server.send("PUT", "/_sandbox/fault", "{\"dropConnection\": true, \"count\": 9}");
        assertThatIOException().isThrownBy(() -> server.get("/fhir/CareTeam/" + TEAM));
        server.send("DELETE", "/_sandbox/fault", "");
        assertThat(server.get("/fhir/CareTeam/" + TEAM).status()).isEqualTo(200);
        assertThat(server.send("PUT", "/_sandbox/fault", "{\"stats\": 503}").status())
                .isEqualTo(400);
    }

    @Test
    @Order(5)
    void aDroppedAnswerHidesFromTheSenderThatTheWorkWasDone() throws Exception {
        server.send("PUT", "/_sandbox/fault", "{\"dropAnswer\": true}");
        assertThatIOException().isThrownBy(() -> transaction("suspended", ""));
        assertThat(server.get("/fhir/CareTeam/" + TEAM).body().get("status").asText())
                .isEqualTo("suspended");
    }

    @Test
    @Order(6)
    void whatFailsIsNeverLoggedWithItsData() throws Exception {
        server.send("PUT", "/fhir/Patient/second", """
                {"resourceType": "Patient", "id": "second", "identifier":
                  [{"system": "http://electronichealth.se/identifier/personnummer", "value": "%s"}]}
                """.formatted(NUMBER));
        assertThat(transaction("active", "").status())
                .as("two patients match the conditional create")
                .isEqualTo(412);
        assertThat(server.send("POST", "/fhir/Patient?identifier=" + NUMBER, "{")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    @Order(7)
    void theLogsCarryNoQueryAndNoNumber() throws Exception {
        server.stop();
        assertThat(server.output())
                .as("a quiet console")
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ready http://127");
        assertThat(ServerProcess.lines(folder.resolve("access.log")))
                .allMatch(line -> line.matches("[0-9T:.+Z-]+ (GET|PUT|POST) /fhir[^? ]* [0-9]{3} [0-9]+"))
                .anyMatch(line -> line.contains(" POST /fhir/Patient/_search 200 "))
                .noneMatch(line -> line.contains(NUMBER));
    }
}
