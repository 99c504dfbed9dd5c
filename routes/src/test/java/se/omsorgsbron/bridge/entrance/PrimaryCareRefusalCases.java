package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.communication;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.expressions;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.read;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.team;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

/** What primary care writes over FHIR, at the running bridge: whole Bundles, validation, and what is refused and to whom. */
class PrimaryCareRefusalCases {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final RunningBridge bridge = RunningBridge.get();
    private final String primaryCare = bridge.token("primary-care-0127");

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
                .untilAsserted(() -> assertThat(bridge.standing("i bunten.")).hasSize(2));

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
        refused("subject", note -> note.remove("subject"));
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

    private void refused(String element, Consumer<ObjectNode> change) {
        ObjectNode note = communication("bad-" + UUID.randomUUID(), "daily", "Hemligt om Elsa.");
        change.accept(note);
        HttpResponse<String> answer = post("Communication", note);
        assertThat(answer.statusCode()).as(element + answer.body()).isEqualTo(422);
        assertThat(expressions(answer)).as(element).contains("Communication." + element);
        assertThat(answer.body()).doesNotContain("Hemligt", "Elsa", "199002222397", "Disa");
    }

    private HttpResponse<String> post(String path, ObjectNode resource) {
        return bridge.send("POST", "/fhir/" + path, primaryCare, resource.toString());
    }
}
