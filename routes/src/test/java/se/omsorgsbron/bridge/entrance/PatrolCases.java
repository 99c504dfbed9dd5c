package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a night patrol writes, and what it is told of it. */
class PatrolCases {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final RunningBridge bridge = RunningBridge.get();
    private final String patrol = bridge.token("night-patrol-0127");

    @Test
    void aNoteStandsInTheJournalWithItsWordsUnharmedAndTheReceiptSaysAccepted() throws JsonProcessingException {
        String text = "Föll i hallen 🌙\nInga skador; \"yr\" åäö é\r\n";
        ObjectNode note = note("fall-1", text);
        note.put("followUpWanted", true);

        HttpResponse<String> answer = post("notes", note);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String receipt = answer.headers().firstValue("Location").orElseThrow();
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(json(get(receipt)).path("rung").asText()).isEqualTo("accepted"));
        JsonNode written = written(text);
        assertThat(written.path("text").asText())
                .isEqualTo("Från nattpatrullen, Eva Öberg, undersköterska, 2026-11-25 02:14:\n" + text
                        + "\nUppföljning önskas.");
        assertThat(written.path("clientId").asInt()).isEqualTo(4711);
        assertThat(written.path("providerUnitId").asInt()).isEqualTo(77);
        assertThat(written.path("headlineId").asInt()).isEqualTo(100502);
        assertThat(written.path("createdPersonnelId").asInt()).isEqualTo(5);
        assertThat(written.path("occurrenceTimeUtc").asText()).isEqualTo("2026-11-25T01:14:00Z");
        assertThat(json(get(receipt)).at("/systems/0/system").asText()).isEqualTo("case-system");
    }

    @Test
    void theSameAgainGetsTheSameReceiptAndOtherContentIsToldApart() throws JsonProcessingException {
        ObjectNode note = note("again-1", "En gång räcker.");
        HttpResponse<String> first = post("notes", note);
        ObjectNode turned = JSON.createObjectNode();
        List<String> names = new java.util.ArrayList<>();
        note.fieldNames().forEachRemaining(name -> names.add(0, name));
        names.forEach(name -> turned.set(name, note.get(name)));

        assertThat(json(post("notes", turned)).path("receipt"))
                .isEqualTo(json(first).path("receipt"));
        note.put("text", "Helt andra ord.").put("kind", "daily");
        HttpResponse<String> other = post("notes", note);

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("problems").findValuesAsText("field")).containsExactly("kind", "text");
        assertThat(other.body()).doesNotContain("räcker").doesNotContain("andra ord");
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("En gång räcker.")).isEqualTo(1));
    }

    @Test
    void aCorrectionRefersToTheFirstAndAWithdrawalIsASentenceOfItsOwn() throws JsonProcessingException {
        post("notes", note("wrong-1", "Fel arm."));
        HttpResponse<String> correction =
                post("notes", note("right-1", "Rätt arm.").put("corrects", "wrong-1"));
        assertThat(correction.statusCode()).as(correction.body()).isEqualTo(202);
        await().atMost(SECONDS).ignoreExceptions().untilAsserted(() -> {
            assertThat(standing("Fel arm.")).isEqualTo(1);
            assertThat(written("Rätt arm.").path("text").asText())
                    .contains("Rättar en tidigare anteckning om 2026-11-25 02:14.\nRätt arm.");
        });

        ObjectNode withdrawal = JSON.createObjectNode().put("id", "w-1").put("withdraws", "wrong-1");
        HttpResponse<String> withdrawn = post("withdrawals", withdrawal);

        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(202);
        String receipt = withdrawn.headers().firstValue("Location").orElseThrow();
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(json(get(receipt)).path("rung").asText()).isEqualTo("accepted"));
        assertThat(standing("har återkallats och ska inte användas")).isEqualTo(1);
        assertThat(standing("Fel arm.")).isEqualTo(1);
        assertThat(json(post("withdrawals", withdrawal)).path("receipt"))
                .isEqualTo(json(withdrawn).path("receipt"));
    }

    @Test
    void whatIsWrongIsToldFieldByFieldAndNothingIsStored() throws JsonProcessingException {
        ObjectNode note = note("bad-1", "Text.");
        note.put("mood", "glad").remove("occurred");

        HttpResponse<String> wrong = post("notes", note);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).path("problems").findValuesAsText("field")).containsExactly("occurred");
        note.put("occurred", "2026-11-25T02:14:00+01:00");
        assertThat(json(post("notes", note)).path("problems").findValuesAsText("field"))
                .containsExactly("mood");
        assertThat(json(post("notes", note("bad-2", "Text.").put("person", "199002222397")))
                        .path("problems")
                        .findValuesAsText("field"))
                .containsExactly("person");
        assertThat(json(post("notes", note("bad-3", "Text.").put("corrects", "nothing")))
                        .path("problems")
                        .findValuesAsText("field"))
                .containsExactly("corrects");
        assertThat(bridge.ledger.jdbc.queryForObject(
                        "select count(*) from received where sender_id like 'bad-%'", Integer.class))
                .isZero();
    }

    @Test
    void anotherMunicipalitysPatrolSeesNothingOfIt() throws JsonProcessingException {
        UUID receipt = UUID.fromString(json(post("notes", note("ours-1", "Vår.").put("kind", "daily")))
                .path("receipt")
                .asText());
        String path = "/night-patrol/v1/receipts/" + receipt;

        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(bridge.send("GET", path, bridge.token("night-patrol-0182"), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bridge.send("GET", path, bridge.token("coordinator-0127"), "")
                        .statusCode())
                .isEqualTo(403);
        // The same id is another patrol's own.
        assertThat(bridge.send(
                                "POST",
                                "/night-patrol/v1/notes",
                                bridge.token("night-patrol-0182"),
                                note("ours-1", "Deras.").toString())
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void thePatrolReadsWhomToCallAndWhatToLookOutForAndSaysThatItHasSeenIt() throws JsonProcessingException {
        String path = "/night-patrol/v1/changes";
        await().atMost(SECONDS).ignoreExceptions().untilAsserted(() -> {
            String all = get(path + "?count=500").body();
            assertThat(all).contains("Risk för fall. " + RunningBridge.BOTKYRKAS);
            assertThat(json(get(path + "?count=500")).path("changes").findValuesAsText("kind"))
                    .contains("person", "contacts", "staff", "note");
        });
        JsonNode page = json(get(path + "?count=500"));
        JsonNode contacts = entry(page, "contacts");
        JsonNode staff = entry(page, contacts.at("/content/contacts/0/staff").asText());
        assertThat(staff.at("/content/name").asText()).isNotBlank();
        assertThat(page.toString()).doesNotContain("Åt bra").doesNotContain(RunningBridge.NACKAS);
        assertThat(page.path("reset").asBoolean()).isFalse();

        JsonNode note = entry(page, "note");
        String seen = "{\"seen\":[{\"key\":\"" + note.path("key").asText() + "\",\"version\":\""
                + note.path("version").asText() + "\"},{\"key\":\"note/none\",\"version\":\"1\"}]}";
        HttpResponse<String> answer = bridge.send("POST", "/night-patrol/v1/seen", patrol, seen);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("changedSince")).hasSize(1);
        assertThat(get(path + "?after=" + page.path("next").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCursorOrANumberThatIsNoneIsToldAndNobodyElseReadsTheChanges() throws JsonProcessingException {
        for (String wrong : List.of("after=x", "wait=-1", "wait=31", "count=0", "count=501", "count=many")) {
            assertThat(get("/night-patrol/v1/changes?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        for (String client : List.of("primary-care-0127", "coordinator-0127", "operations-0127")) {
            assertThat(bridge.send("GET", "/night-patrol/v1/changes", bridge.token(client), "")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(bridge.send("GET", "/night-patrol/v1/changes?count=500", bridge.token("night-patrol-0182"), "")
                        .body())
                .doesNotContain(RunningBridge.BOTKYRKAS);
    }

    /** The first entry whose key begins so. */
    private static JsonNode entry(JsonNode page, String key) {
        for (JsonNode change : page.path("changes")) {
            if (change.path("key").asText().startsWith(key)) {
                return change;
            }
        }
        throw new AssertionError("no entry " + key);
    }

    private JsonNode written(String text) {
        return bridge.journal.notes().stream()
                .filter(note -> note.path("text").asText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private long standing(String text) {
        return bridge.journal.notes().stream()
                .filter(note -> note.path("text").asText().contains(text))
                .count();
    }

    private HttpResponse<String> post(String what, ObjectNode body) {
        return bridge.send("POST", "/night-patrol/v1/" + what, patrol, body.toString());
    }

    private HttpResponse<String> get(String path) {
        return bridge.send("GET", path, patrol, "");
    }

    private static ObjectNode note(String id, String text) {
        ObjectNode note = JSON.createObjectNode();
        note.put("id", id)
                .put("person", RunningBridge.AT_NIGHT)
                .put("kind", "deviation")
                .put("occurred", "2026-11-25T02:14:00+01:00")
                .put("text", text);
        note.putObject("author").put("name", "Eva Öberg").put("title", "undersköterska");
        return note;
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return JSON.readTree(answer.body());
    }
}
