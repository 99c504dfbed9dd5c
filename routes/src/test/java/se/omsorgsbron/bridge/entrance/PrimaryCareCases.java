package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.communication;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.team;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.transaction;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.ledger.FactReader;
import se.omsorgsbron.bridge.ledger.TestFacts;

/** What primary care writes over FHIR, at the running bridge: where it comes, and what is refused. */
class PrimaryCareCases {
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final RunningBridge bridge = RunningBridge.get();
    private final String primaryCare = bridge.token("primary-care-0127");

    @Test
    void aNoteStandsInTheJournalAsPrimaryCaresWordsAndNeverGoesBack() {
        String text = "Såret läks.\n\"Åt bra\" – 😀 <b>ej</b>";

        ObjectNode note = communication("note-1", "daily", text).put("priority", "routine");
        HttpResponse<String> created = bridge.send(HttpRequest.newBuilder(bridge.uri("/fhir/Communication"))
                .header("Authorization", "Bearer " + primaryCare)
                .header("Content-Type", "application/fhir+json")
                .header("Prefer", "return=OperationOutcome")
                .POST(BodyPublishers.ofString(note.toString()))
                .build());

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(expressions(created)).contains("Communication.priority");
        assertThat(created.headers().firstValue("Location").orElseThrow()).contains("/fhir/Communication/");
        assertThat(created.body()).doesNotContain("Såret");
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("Såret läks."))
                        .containsExactly(
                                "Från primärvården, Disa Lund, distriktssköterska, 2025-11-24 10:15:\n" + text));
        assertThat(search("Communication").body()).doesNotContain("Såret");
        assertThat(bridge.primaryCare.get(RunningBridge.BOTKYRKA).requests)
                .noneMatch(request -> request.body().contains("Såret"));
    }

    @Test
    void aQuestionAsksForAnAnswerAndARiskComesToTheNightPatrolToo() {
        post("Communication", communication("question-1", "officer-contact", "Kan hemtjänsten hämta Waran?"));
        post("Communication", communication("risk-1", "risk", "Yrsel efter ny medicin."));

        await().atMost(SECONDS).untilAsserted(() -> {
            assertThat(standing("hämta Waran"))
                    .singleElement()
                    .asString()
                    .startsWith("Från primärvården, ")
                    .endsWith("Kan hemtjänsten hämta Waran?\nUppföljning önskas.");
            assertThat(standing("Yrsel efter")).hasSize(1);
            assertThat(bridge.send("GET", "/night-patrol/v1/changes?count=500", bridge.token("night-patrol-0127"), "")
                            .body())
                    .contains("Yrsel efter ny medicin.")
                    .doesNotContain("hämta Waran");
        });
    }

    @Test
    void theSameAgainIsTheSameAndOtherContentIsRefused() {
        HttpResponse<String> first =
                post("Communication", communication("again-1", "daily", "En gång räcker, sköterskan."));
        HttpResponse<String> second =
                post("Communication", communication("again-1", "daily", "En gång räcker, sköterskan."));
        HttpResponse<String> other = post("Communication", communication("again-1", "risk", "Helt andra ord."));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(expressions(other)).containsExactly("Communication.category", "Communication.payload");
        assertThat(other.body()).doesNotContain("räcker", "andra ord");
        String another = UUID.randomUUID().toString();
        HttpResponse<String> put = bridge.send(
                "PUT",
                "/fhir/Communication/" + another,
                primaryCare,
                withId(communication("again-1", "daily", "En gång räcker, sköterskan."), another));
        assertThat(put.statusCode()).isEqualTo(422);
        await().atMost(SECONDS)
                .untilAsserted(() ->
                        assertThat(standing("En gång räcker, sköterskan.")).hasSize(1));
    }

    @Test
    void whatIsWithdrawnGetsASentenceInTheJournalAndDoesNotComeBack() {
        post("Communication", communication("wrong-1", "daily", "Fel patient."));
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("Fel patient.")).hasSize(1));

        assertThat(post("Communication", PrimaryCareResources.withdrawn("wrong-1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("Communication", PrimaryCareResources.withdrawn("wrong-1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("Communication", PrimaryCareResources.withdrawn("never"))
                        .statusCode())
                .isEqualTo(404);

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("Från primärvården: anteckningen om"))
                        .anyMatch(text -> text.endsWith("har återkallats och ska inte användas.")));
        assertThat(post("Communication", communication("wrong-1", "daily", "Fel patient."))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionRefersToTheEarlierOne() {
        post("Communication", communication("left-1", "daily", "Vänster ben."));
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("Vänster ben.")).hasSize(1));

        HttpResponse<String> right = post(
                "Communication",
                PrimaryCareResources.correcting("left-1", communication("right-1", "daily", "Höger ben.")));
        HttpResponse<String> unknown = post(
                "Communication", PrimaryCareResources.correcting("none", communication("right-2", "daily", "Inget.")));

        assertThat(right.statusCode()).as(right.body()).isEqualTo(201);
        assertThat(unknown.statusCode()).isEqualTo(422);
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("Höger ben."))
                        .singleElement()
                        .asString()
                        .contains("\nRättar en tidigare anteckning om 2025-11-24 10:15.\n"));
    }

    @Test
    void contactsAreInThePersonsTeamUntilPrimaryCareSaysOtherwise() {
        HttpResponse<String> created = post("CareTeam", team("team-1", "active", "1", "Disa Lund"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(contacts())
                .containsExactly("PERMANENT_HEALTH_CARE_CONTACT Disa Lund (distriktssköterska, Vårdcentralen Ek)");

        HttpResponse<String> changed = bridge.send(
                "PUT",
                "/fhir/CareTeam/" + id(created),
                primaryCare,
                withId(team("team-1", "active", "2", "Rut Alm"), id(created)));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(contacts())
                .containsExactly("PERMANENT_PHYSICIAN_CONTACT Rut Alm (distriktssköterska, Vårdcentralen Ek)");
        // It is no news to primary care.
        assertThat(search("CareTeam").body()).doesNotContain("Rut Alm");

        assertThat(post("CareTeam", team("team-1", "inactive", "2", "Rut Alm")).statusCode())
                .isEqualTo(200);
        assertThat(contacts()).isEmpty();
    }

    @Test
    void aTransactionIsTakenAsAWholeOrNotAtAll() {
        HttpResponse<String> taken = bridge.send(
                "POST",
                "/fhir",
                primaryCare,
                transaction(
                        communication("bundle-1", "daily", "Första i bunten."),
                        PrimaryCareResources.correcting(
                                "bundle-1", communication("bundle-2", "daily", "Andra i bunten.")),
                        team("bundle-team", "inactive", "1", "Disa Lund")));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(read(Bundle.class, taken).getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsExactly("201 Created", "201 Created", "201 Created");
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(standing("i bunten.")).hasSize(2));

        ObjectNode bad = communication("bundle-4", "no-such-kind", "Aldrig hit.");
        HttpResponse<String> refused = bridge.send(
                "POST", "/fhir", primaryCare, transaction(communication("bundle-3", "daily", "Aldrig hit."), bad));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(expressions(refused)).anyMatch(path -> path.startsWith("Bundle.entry[1].resource.category"));
        assertThat(refused.body()).doesNotContain("Aldrig hit");
        HttpResponse<String> twice = bridge.send(
                "POST",
                "/fhir",
                primaryCare,
                transaction(
                        communication("bundle-5", "daily", "Aldrig hit."),
                        communication("bundle-5", "daily", "Aldrig hit.")));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(bridge.ledger.jdbc.queryForObject(
                        "select count(*) from fact where content::text like '%Aldrig hit%'", Integer.class))
                .isZero();
    }

    @Test
    void validationTellsWhatIsWrongAndWhatIsNotUsedAndStoresNothing() {
        ObjectNode note = communication("check-1", "daily", "Bara en fråga.");
        note.put("priority", "urgent").putObject("meta").putArray("profile").add("https://example.org/of-their-own");

        HttpResponse<String> good = post("Communication/$validate", note);
        assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
        assertThat(read(OperationOutcome.class, good).getIssue())
                .noneMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR);
        assertThat(expressions(good)).contains("Communication.priority");

        note.remove(List.of("sender", "contained"));
        note.putObject("meta").putArray("profile").add("https://fhir.omsorgsbron.se/StructureDefinition/journal-note");
        HttpResponse<String> bad = post("Communication/$validate", note);
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(read(OperationOutcome.class, bad).getIssueFirstRep().getSeverity())
                .isEqualTo(OperationOutcome.IssueSeverity.ERROR);
        ObjectNode parameters = PrimaryCareResources.parameters(communication("check-3", "daily", "Bara en fråga."));
        assertThat(post("Communication/$validate", parameters).body()).contains("Nothing is wrong");
        assertThat(bridge.send("GET", "/fhir/Communication/$validate", primaryCare, "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("CareTeam/$validate", team("check-2", "active", "1", "Disa Lund"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bridge.ledger.jdbc.queryForObject(
                        "select count(*) from fact where content::text like '%Bara en fråga%'", Integer.class))
                .isZero();
    }

    @Test
    void whatCannotBeTakenInIsToldElementByElementWithoutWhatWasSent() {
        refused("subject", note -> ((ObjectNode) note.at("/subject/identifier")).put("value", "199002222397"));
        refused("category", note -> note.remove("category"));
        refused("sent", note -> note.remove("sent"));
        refused("sent", note -> note.put("sent", "2099-01-01T10:00:00Z"));
        refused("sender", note -> note.remove(List.of("sender", "contained")));
        refused("payload", note -> note.remove("payload"));
        refused("identifier", note -> note.remove("identifier"));
        refused("status", note -> note.put("status", "in-progress"));
        refused(
                "identifier[0].system",
                note -> ((ObjectNode) note.at("/identifier/0"))
                        .put("system", "https://fhir.omsorgsbron.se/sid/0127/lifecare"));
        refused(
                "meta.security",
                note -> note.putObject("meta")
                        .putArray("security")
                        .addObject()
                        .put("system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                        .put("code", "R"));
        refused(
                "modifierExtension",
                note -> note.putArray("modifierExtension")
                        .addObject()
                        .put("url", "https://example.org/x")
                        .put("valueBoolean", true));
        refused(
                "payload[0].contentAttachment",
                note -> note.putArray("payload")
                        .addObject()
                        .putObject("contentAttachment")
                        .put("contentType", "text/plain")
                        .put("title", "Hemligt"));
        assertThat(post("CareTeam", team("no-role", "active", "3", "Disa Lund")).statusCode())
                .isEqualTo(422);
    }

    private void refused(String element, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode note = communication("bad-" + UUID.randomUUID(), "daily", "Hemligt om Elsa.");
        change.accept(note);
        HttpResponse<String> answer = post("Communication", note);
        assertThat(answer.statusCode()).as(element + answer.body()).isEqualTo(422);
        assertThat(expressions(answer)).as(element).contains("Communication." + element);
        assertThat(answer.body()).doesNotContain("Hemligt", "Elsa", "199002222397", "Disa");
    }

    @Test
    void nobodyElseWritesHereAndATokenThatOnlyReadsDoesNot() {
        String note = communication("else-1", "daily", "Text.").toString();
        for (String client : List.of("coordinator-0127", "operations-0127", "night-patrol-0127")) {
            for (String path : List.of("/fhir/Communication", "/fhir", "/fhir/Communication/$validate")) {
                String body = path.equals("/fhir") ? transaction(communication("else-1", "daily", "Text.")) : note;
                assertThat(bridge.send("POST", path, bridge.token(client), body).statusCode())
                        .as(client + path)
                        .isEqualTo(403);
            }
        }
        String reads = bridge.issuer.token("primary-care-0127", "system/Communication.rs system/CareTeam.crus");
        assertThat(bridge.send("POST", "/fhir/Communication", reads, note).statusCode())
                .isEqualTo(403);
        assertThat(bridge.send("POST", "/fhir", reads, transaction(communication("else-1", "daily", "Text.")))
                        .statusCode())
                .isEqualTo(403);
        // Another municipality's has the same identifier for something of its own.
        post("Communication", communication("shared-1", "daily", "Botkyrkas."));
        assertThat(bridge.send(
                                "POST",
                                "/fhir/Communication",
                                bridge.token("primary-care-0182"),
                                communication("shared-1", "daily", "Nackas.").toString())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theCapabilityStatementSaysSo() {
        CapabilityStatement statement =
                read(CapabilityStatement.class, bridge.send("GET", "/fhir/metadata", primaryCare, ""));

        assertThat(statement.getRestFirstRep().getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .contains("transaction");
        for (String type : List.of("Communication", "CareTeam")) {
            assertThat(statement.getRestFirstRep().getResource())
                    .filteredOn(resource -> resource.getType().equals(type))
                    .singleElement()
                    .satisfies(resource -> {
                        assertThat(resource.getInteraction())
                                .extracting(interaction -> interaction.getCode().toCode())
                                .contains("read", "search-type", "create", "update");
                        assertThat(resource.getOperation())
                                .extracting(
                                        CapabilityStatement.CapabilityStatementRestResourceOperationComponent::getName)
                                .contains("validate");
                    });
        }
    }

    private List<String> contacts() {
        UUID person = bridge.ledger
                .subjects
                .resolve("0127", List.of(TestFacts.number(RunningBridge.AT_NIGHT)))
                .values()
                .iterator()
                .next();
        PersonRecord record = (PersonRecord) Composer.compose(
                        new FactReader(bridge.ledger.jdbc, bridge.ledger.subjects)
                                .read("0127", person)
                                .orElseThrow(),
                        LocalDate.of(2026, 11, 25),
                        ZONE)
                .orElseThrow();
        return record.team().stream()
                .map(PersonRecord.Member::member)
                .filter(member -> member.role() == TeamRole.PERMANENT_HEALTH_CARE_CONTACT
                        || member.role() == TeamRole.PERMANENT_PHYSICIAN_CONTACT)
                .map(member -> member.role() + " " + member.name().full() + " (" + member.relation() + ")")
                .toList();
    }

    private List<String> standing(String text) {
        return bridge.journal.notes().stream()
                .map(note -> note.path("text").asText())
                .filter(written -> written.contains(text))
                .toList();
    }

    private HttpResponse<String> search(String type) {
        return bridge.send(HttpRequest.newBuilder(bridge.uri("/fhir/" + type + "/_search"))
                .header("Authorization", "Bearer " + primaryCare)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("patient.identifier=" + RunningBridge.AT_NIGHT))
                .build());
    }

    private HttpResponse<String> post(String path, ObjectNode resource) {
        return bridge.send("POST", "/fhir/" + path, primaryCare, resource.toString());
    }

    private static String withId(ObjectNode resource, String id) {
        return resource.put("id", id).toString();
    }

    private static String id(HttpResponse<String> answer) {
        String location = answer.headers()
                .firstValue("Location")
                .or(() -> answer.headers().firstValue("Content-Location"))
                .orElseThrow();
        return location.replaceFirst(".*/(Communication|CareTeam)/", "").replaceFirst("/_history.*", "");
    }

    private static List<String> expressions(HttpResponse<String> answer) {
        return read(OperationOutcome.class, answer).getIssue().stream()
                .flatMap(issue -> issue.getExpression().stream())
                .map(StringType::getValue)
                .toList();
    }

    private static <T extends Resource> T read(Class<T> type, HttpResponse<String> answer) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
    }
}
