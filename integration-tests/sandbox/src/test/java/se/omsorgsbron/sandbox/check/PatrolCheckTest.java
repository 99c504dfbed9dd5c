package se.omsorgsbron.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patrol that knows exactly what it should, and one thing altered at a time: each alteration is a difference. */
class PatrolCheckTest {
    private static final Ids IDS = new Ids("0127");
    private static final String PERSON = IDS.subject("clients", "110001");
    private static final String HIDDEN = IDS.subject("clients", "110002");
    private static final String STAFF = "staff/" + IDS.subject("personnel", "100301");
    private static final String OTHER = "staff/" + IDS.subject("personnel", "100302");
    private static final String PLAN = "plan/" + id("service_plans/140001");
    private static final String NOTE = "note/" + id("documentations/D-1");
    private static final Disclosed PATROL = new Disclosed(
            true,
            Set.of("case-officer"),
            Set.of("implementation-plan"),
            Set.of("implementation-plan/activities"),
            Set.of("risk"));

    private TinyTown town;
    private ObjectNode entries;

    private static String id(String record) {
        return UUID.nameUUIDFromBytes((PERSON + "/lifecare/" + record).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @BeforeEach
    void aPatrolThatKnowsWhatItShould() throws Exception {
        town = new TinyTown();
        town.lifecare.patrol =
                (ObjectNode) Json.MAPPER.readTree("""
                {"entries": {
                  "%1$s": {"kind": "staff", "content": {"name": "Fatuma Warsame", "active": true, "telephones": ["08-465 004 00"]}},
                  "%2$s": {"kind": "staff", "content": {"name": "Britt-Marie Åhs", "active": true, "telephones": ["08-465 004 01"]}},
                  "person/%3$s": {"kind": "person", "content": {"number": "189002029800", "name": "Albertina Öberg Wåhlin", "protected": false}},
                  "contacts/%3$s": {"kind": "contacts", "content": {"person": "person/%3$s", "contacts":
                    [{"person": 1, "staff": "%1$s"}, {"person": 2, "staff": "%2$s"}], "vacancies": [], "team": [{"role": "case-officer"}]}},
                  "person/%4$s": {"kind": "person", "content": {"number": "189602029812", "name": "Skyddad uppgift", "protected": true}},
                  "contacts/%4$s": {"kind": "contacts", "content": {"person": "person/%4$s", "contacts": [], "vacancies":
                    [{"person": 1, "why": "exempted"}, {"person": 2, "why": "exempted"}], "team": []}},
                  "%5$s": {"kind": "plan", "content": {"person": "person/%3$s", "type": "implementation-plan", "established": "2026-03-11",
                    "activities": [{"what": "Dusch", "how": "på duschpall\\nlugnt tempo", "byWhom": "Fatuma"}]}},
                  "%6$s": {"kind": "note", "content": {"person": "person/%3$s", "kind": "risk", "occurred": "2026-10-01T06:00:00Z",
                    "author": {}, "text": "RISK: mattan glider.\\nHalkskydd beställt 🍂"}}}}
                """.formatted(STAFF, OTHER, PERSON, HIDDEN, PLAN, NOTE));
        entries = (ObjectNode) town.lifecare.patrol.get("entries");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private List<String> differences() {
        return town.checkPatrol(PATROL).differences().stream()
                .map(difference -> difference.resource() + " " + difference.what())
                .toList();
    }

    private ObjectNode content(String key) {
        return (ObjectNode) entries.get(key).get("content");
    }

    @Test
    void aPatrolThatKnowsWhatItShouldAgrees() {
        assertThat(town.checkPatrol(PATROL).differences()).isEmpty();
        assertThat(town.checkPatrol(PATROL).patrols().get("0127")).containsEntry("contacts", 2);
    }

    @Test
    void whatIsMissingOrAlteredIsNamed() {
        entries.fieldNames().forEachRemaining(key -> {
            var entry = entries.get(key).deepCopy();
            ObjectNode without = town.lifecare.patrol.deepCopy();
            ((ObjectNode) without.get("entries")).remove(key);
            ObjectNode whole = town.lifecare.patrol;
            town.lifecare.patrol = without;
            assertThat(differences()).as("without %s %s", key, entry).contains("night-patrol " + key + " entry");
            town.lifecare.patrol = whole;
        });
        altered(content -> content("contacts/" + PERSON).withArray("contacts").remove(1), "contacts contacts");
        altered(content -> content("contacts/" + HIDDEN).withArray("vacancies").remove(1), "contacts vacancies");
        altered(
                content -> content("contacts/" + PERSON)
                        .withArray("team")
                        .addObject()
                        .put("role", "relative"),
                "contacts team");
        altered(content -> content(STAFF).put("name", "Någon Annan"), STAFF + " name");
        altered(content -> content(STAFF).withArray("telephones").add("08-465 004 09"), STAFF + " telephones");
        altered(content -> content("person/" + HIDDEN).put("protected", false), "person/" + HIDDEN + " protected");
        altered(content -> content(PLAN).put("important", "Något."), PLAN + " important");
        altered(content -> ((ObjectNode) content(PLAN).get("activities").get(0)).remove("how"), PLAN + " how");
        altered(content -> content(NOTE).put("text", "RISK: mattan"), NOTE + " text");
        altered(content -> content(NOTE).put("occurred", "2026-10-01T07:00:00Z"), NOTE + " occurred");
    }

    private void altered(Consumer<ObjectNode> alteration, String difference) {
        ObjectNode before = town.lifecare.patrol;
        town.lifecare.patrol = before.deepCopy();
        entries = (ObjectNode) town.lifecare.patrol.get("entries");
        alteration.accept(entries);
        assertThat(differences()).containsExactly("night-patrol " + difference);
        town.lifecare.patrol = before;
        entries = (ObjectNode) before.get("entries");
    }

    @Test
    void whatThePatrolMayNotKnowIsNamed() {
        entries.putObject("note/" + UUID.randomUUID()).put("kind", "note");
        content(NOTE).put("more", "Ring Hemligström på 08-465 00499");

        assertThat(differences())
                .anyMatch(difference -> difference.contains("entry"))
                .anyMatch(difference -> difference.contains("leak of a protected person's name"));
        assertThat(town.checkPatrol(Disclosed.NOTHING).differences()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aNoteOfThePatrolStandsOnceInTheJournal() {
        ArrayNode sent = town.lifecare.patrol.putArray("sent");
        ObjectNode note = sent.addObject().put("path", "notes").put("receipt", "" + UUID.randomUUID());
        note.putObject("body")
                .put("id", "n-1")
                .put("person", "189002029800")
                .put("kind", "daily")
                .put("text", "Sov gott.");
        assertThat(differences())
                .containsExactly("journal, note " + note.get("receipt").asText() + " the words of the note");

        ObjectNode request = town.lifecare.journal.addObject().putObject("request");
        request.put("clientId", 110001).put("text", "Från nattpatrullen, 2026-11-24 02:14:\nSov gott.");
        assertThat(differences()).isEmpty();

        town.lifecare.journal.add(town.lifecare.journal.get(0).deepCopy());
        assertThat(differences()).hasSize(1);
        town.lifecare.journal.remove(1);

        sent.addObject()
                .put("path", "withdrawals")
                .put("receipt", "" + UUID.randomUUID())
                .putObject("body")
                .put("withdraws", "n-1");
        assertThat(differences()).singleElement().asString().contains("sentences of withdrawal");
    }
}
