package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The visits that a night patrol reports, and what it sends many at once. */
class PatrolBatchCases {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningBridge bridge = RunningBridge.get();
    private final String patrol = bridge.token("night-patrol-0127");

    @Test
    void aVisitIsAFactAndACorrectionTakesItsPlaceUntilItIsWithdrawn() throws JsonProcessingException {
        ObjectNode visit = visit("goes-on-1");
        HttpResponse<String> first = post("visits", visit);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(post("visits", visit).body()).isEqualTo(first.body());
        String about = json(first).path("receipt").asText();
        assertThat(fact(about).path("end").isNull()).isTrue();

        ObjectNode ended = visit("ended-1");
        ended.put("corrects", "goes-on-1").put("end", "2026-11-25T02:30:00+01:00");
        ended.putArray("help").add("d5").add("sense-of-safety");
        assertThat(post("visits", ended).statusCode()).isEqualTo(202);

        JsonNode kept = fact(about);
        assertThat(kept.path("end").asText()).isEqualTo("2026-11-25T01:30:00Z");
        assertThat(kept.path("help").toString()).isEqualTo("[\"SELF_CARE\",\"SENSE_OF_SAFETY\"]");
        assertThat(kept.path("staff").path("system").asText()).isEqualTo("hsa-id");
        assertThat(kept.path("law").asText()).isEqualTo("SOL");
        assertThat(json(bridge.send(
                                "GET", first.headers().firstValue("Location").orElseThrow(), patrol, ""))
                        .path("rung")
                        .asText())
                .isEqualTo("received");

        assertThat(post("withdrawals", withdrawal("away-1", "ended-1")).statusCode())
                .isEqualTo(202);
        assertThat(bridge.ledger.jdbc.queryForObject(
                        "select gone_since is not null from fact where source_id = ?", Boolean.class, about))
                .isTrue();
        assertThat(fields(post("visits", visit("late-1").put("corrects", "ended-1"))))
                .containsExactly("corrects");
    }

    @Test
    void withoutAnHsaIdTheSameNameOfTheSamePatrolIsTheSameMemberOfStaff() throws JsonProcessingException {
        String one = staffKey(visitBy("name-1", "Eva  Öberg"));
        String same = staffKey(visitBy("name-2", "eva ÖBERG"));
        String other = staffKey(visitBy("name-3", "Eva Åberg"));

        assertThat(same).isEqualTo(one).startsWith("night-patrol/staff-name ").doesNotContainIgnoringCase("berg");
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void aBrokenEntryBlocksNoOtherAndEachIsAnsweredAsIfItHadComeAlone() throws JsonProcessingException {
        ObjectNode batch = JSON.createObjectNode();
        ArrayNode entries = batch.putArray("entries");
        entries.addObject().set("note", note("batch-1", "Första satsens ord."));
        entries.addObject().set("note", note("batch-2", "Okänd person.").put("person", "199002222397"));
        entries.addObject().set("note", note("batch-3", "Fält för mycket.").put("mood", "Gladlynt"));
        entries.add("not an object");
        entries.addObject().set("visit", visit("batch-4"));
        entries.addObject().set("withdrawal", withdrawal("batch-5", "batch-1"));
        entries.addObject().set("withdrawal", withdrawal("batch-6", "never-sent"));
        entries.addObject().set("note", note("batch-1", "Helt andra ord."));
        entries.addObject().set("plan", JSON.createObjectNode());

        HttpResponse<String> answer = post("batches", batch);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
        assertThat(statuses(answer)).containsExactly(202, 422, 422, 422, 202, 202, 422, 409, 422);
        assertThat(json(answer).at("/results/7/problem/problems/0/field").asText())
                .isEqualTo("text");
        assertThat(answer.body()).doesNotContain("ord.", "Okänd", "Gladlynt", "199002222397", "never-sent");
        // Each as alone: the same problems, the same receipts.
        assertThat(json(answer).at("/results/2/problem"))
                .isEqualTo(json(post("notes", (ObjectNode) entries.get(2).path("note"))));
        assertThat(json(answer).at("/results/4/receipt/receipt"))
                .isEqualTo(json(post("visits", (ObjectNode) entries.get(4).path("visit")))
                        .path("receipt"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(standing("Första satsens ord.")).isLessThanOrEqualTo(1));

        HttpResponse<String> again = post("batches", batch);
        assertThat(statuses(again)).isEqualTo(statuses(answer));
        assertThat(json(again).findValuesAsText("receipt").size())
                .isEqualTo(json(answer).findValuesAsText("receipt").size());
        assertThat(receipts(again)).isEqualTo(receipts(answer));
    }

    @Test
    void aBatchHasFiveHundredEntriesAtMostAndKeepsTheirOrder() throws JsonProcessingException {
        ObjectNode batch = JSON.createObjectNode();
        ArrayNode entries = batch.putArray("entries");
        for (int i = 0; i < 500; i++) {
            entries.addObject().set("visit", visit("many-" + i % 50));
        }
        HttpResponse<String> answer = post("batches", batch);
        assertThat(statuses(answer)).hasSize(500).containsOnly(202);
        List<String> receipts = receipts(answer);
        assertThat(json(answer).findValuesAsText("id"))
                .startsWith("many-0", "many-1")
                .endsWith("many-49");
        assertThat(receipts.subList(450, 500))
                .isEqualTo(receipts.subList(0, 50))
                .doesNotHaveDuplicates();

        entries.addObject().set("visit", visit("many-500"));
        assertThat(fields(post("batches", batch))).containsExactly("entries");
        assertThat(fields(post("batches", JSON.createObjectNode().put("entries", 1))))
                .containsExactly("entries");
    }

    private ObjectNode visitBy(String id, String name) throws JsonProcessingException {
        ObjectNode visit = visit(id);
        visit.putObject("staff").put("name", name);
        return visit;
    }

    private String staffKey(ObjectNode visit) throws JsonProcessingException {
        JsonNode staff =
                fact(json(post("visits", visit)).path("receipt").asText()).path("staff");
        return staff.path("system").asText() + " " + staff.path("value").asText();
    }

    private JsonNode fact(String about) throws JsonProcessingException {
        return JSON.readTree(bridge.ledger.jdbc.queryForObject(
                "select content::text from fact where municipality = '0127' and resource = 'visits' and source_id = ?",
                String.class,
                about));
    }

    private long standing(String text) {
        return bridge.journal.notes().stream()
                .filter(note -> note.path("text").asText().contains(text))
                .count();
    }

    private static List<Integer> statuses(HttpResponse<String> answer) throws JsonProcessingException {
        List<Integer> statuses = new java.util.ArrayList<>();
        json(answer)
                .path("results")
                .forEach(result -> statuses.add(result.path("status").asInt()));
        return statuses;
    }

    private static List<String> receipts(HttpResponse<String> answer) throws JsonProcessingException {
        List<String> receipts = new java.util.ArrayList<>();
        json(answer)
                .path("results")
                .forEach(result -> receipts.add(result.at("/receipt/receipt").asText()));
        return receipts;
    }

    private static List<String> fields(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json(answer).path("problems").findValuesAsText("field");
    }

    private HttpResponse<String> post(String what, ObjectNode body) {
        return bridge.send("POST", "/night-patrol/v1/" + what, patrol, body.toString());
    }

    private static ObjectNode note(String id, String text) {
        ObjectNode note = JSON.createObjectNode();
        note.put("id", id)
                .put("person", RunningBridge.AT_NIGHT)
                .put("kind", "daily")
                .put("occurred", "2026-11-25T02:14:00+01:00")
                .put("text", text);
        note.putObject("author").put("name", "Eva Öberg");
        return note;
    }

    private static ObjectNode visit(String id) {
        ObjectNode visit = JSON.createObjectNode();
        visit.put("id", id)
                .put("person", RunningBridge.AT_NIGHT)
                .put("start", "2026-11-25T02:10:00+01:00")
                .put("done", true);
        visit.putObject("staff").put("name", "Eva Öberg").put("hsaId", "SE165565594230-1003");
        return visit;
    }

    private static ObjectNode withdrawal(String id, String withdraws) {
        return JSON.createObjectNode().put("id", id).put("withdraws", withdraws);
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }
}
