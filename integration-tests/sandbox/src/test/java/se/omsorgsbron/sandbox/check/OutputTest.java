package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    private Path folder;

    private static CheckResult result(int differences) {
        return new CheckResult(
                70,
                501,
                Map.of("CareTeam", 3),
                Map.of("https://fhir.omsorgsbron.se/StructureDefinition/permanent-contact-team", 3),
                Map.of("not-a-date", 1),
                List.of(new HeldItem("7", "0182", "lifecare/service_plans/1", "not-a-date", "provider", "no date")),
                Map.of("0182", Map.of("CareTeam", 3)),
                Map.of("0182", Map.of("note", 4)),
                IntStream.range(0, differences)
                        .mapToObj(i -> new Difference("0182", "client:" + i, "CareTeam/" + i, "status", "a", "b"))
                        .toList());
    }

    @Test
    void the_table_shows_what_is_held_and_at_most_fifty_differences() {
        String table = CheckTable.print(result(53));
        assertThat(table)
                .contains("70 people, 501 facts")
                .containsPattern("CareTeam +3")
                .containsPattern("the night patrol knows +0182\nnote +4")
                .contains("lifecare/service_plans/1  not-a-date  for provider  no date")
                .contains("client:49 CareTeam/49 status: expected a, found b")
                .doesNotContain("client:50")
                .contains("and 3 more");
    }

    @Test
    void the_json_has_exactly_the_promised_fields() throws IOException {
        Path file = folder.resolve("result.json");
        CheckJson.write(file, result(1), new CheckJson.Run(12, 3.5, 256));
        JsonNode json = Json.MAPPER.readTree(Files.readString(file));
        assertThat(json.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "people",
                        "facts",
                        "resources",
                        "profiles",
                        "held",
                        "patrols",
                        "differences",
                        "writes",
                        "secondsToAgreement",
                        "peakMemoryMb");
        assertThat(json.at("/differences/0/resource").asText()).isEqualTo("CareTeam/0");
        assertThat(json.at("/writes").asInt()).isEqualTo(12);
        assertThat(json.at("/held/not-a-date").asInt()).isEqualTo(1);
    }

    @Test
    void the_access_log_counts_successful_writes_and_no_searches() throws IOException {
        Path log = folder.resolve("access.log");
        Files.writeString(log, """
                2026-11-24T07:00:00.100Z POST /fhir/ 200 12
                2026-11-24T07:00:01.100Z POST /fhir/ 200 12
                2026-11-24T08:00:01.200+01:00 PUT /fhir/CareTeam/1 201 5
                2026-11-24T07:00:02.000Z DELETE /fhir/CareTeam/1 204 5
                2026-11-24T07:00:03.000Z PUT /fhir/CareTeam/1 409 5
                2026-11-24T07:00:03.000Z GET /fhir/CareTeam/1 200 5
                2026-11-24T07:00:03.000Z POST /fhir/Patient/_search 200 5
                """);
        assertThat(AccessLog.writes(log, Instant.parse("2026-11-24T07:00:01Z"))).isEqualTo(3);
        assertThat(AccessLog.writes(folder.resolve("none.log"), Instant.EPOCH)).isZero();
    }

    @Test
    void held_items_are_read_from_the_commands_json() {
        assertThat(HeldItems.fromJson(
                        "[{\"id\":3,\"municipality\":\"0127\",\"source\":\"lifecare/clients/1\",\"reason\":\"not-json\","
                                + "\"owner\":\"operations\",\"problem\":\"no page\",\"more\":1}]"))
                .containsExactly(new HeldItem("3", "0127", "lifecare/clients/1", "not-json", "operations", "no page"));
        assertThatThrownBy(() -> HeldItems.fromJson("Held: none")).isInstanceOf(CheckFailed.class);
    }
}
