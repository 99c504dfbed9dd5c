package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.communication;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.expressions;
import static se.omsorgsbron.bridge.entrance.PrimaryCareResources.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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
                .untilAsserted(() -> assertThat(bridge.standing("Såret läks."))
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
            assertThat(bridge.standing("hämta Waran"))
                    .singleElement()
                    .asString()
                    .startsWith("Från primärvården, ")
                    .endsWith("Kan hemtjänsten hämta Waran?\nUppföljning önskas.");
            assertThat(bridge.standing("Yrsel efter")).hasSize(1);
            assertThat(bridge.send("GET", "/night-patrol/v1/changes?count=500", bridge.token("night-patrol-0127"), "")
                            .body())
                    .contains("Yrsel efter ny medicin.")
                    .doesNotContain("hämta Waran");
        });
    }

    @Test
    void whatThePersonMayNotSeeSaysSoInTheJournal() {
        ObjectNode note = communication("label-1", "daily", "Oro för hemmet.");
        note.putObject("meta")
                .putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "NOPAT");

        assertThat(post("Communication", note).statusCode()).isEqualTo(201);

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(bridge.standing("Oro för hemmet."))
                        .singleElement()
                        .asString()
                        .endsWith(":\nSka inte visas för den enskilde.\nOro för hemmet."));
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
                .untilAsserted(() -> assertThat(bridge.standing("En gång räcker, sköterskan."))
                        .hasSize(1));
    }

    @Test
    void whatIsWithdrawnGetsASentenceInTheJournalAndDoesNotComeBack() {
        post("Communication", communication("wrong-1", "daily", "Fel patient."));
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(bridge.standing("Fel patient.")).hasSize(1));

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
                .untilAsserted(() -> assertThat(bridge.standing("Från primärvården: anteckningen om"))
                        .anyMatch(text -> text.endsWith("har återkallats och ska inte användas.")));
        assertThat(post("Communication", communication("wrong-1", "daily", "Fel patient."))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aCorrectionRefersToTheEarlierOne() {
        post("Communication", communication("left-1", "daily", "Vänster ben."));
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(bridge.standing("Vänster ben.")).hasSize(1));

        HttpResponse<String> right = post(
                "Communication",
                PrimaryCareResources.correcting("left-1", communication("right-1", "daily", "Höger ben.")));
        HttpResponse<String> unknown = post(
                "Communication", PrimaryCareResources.correcting("none", communication("right-2", "daily", "Inget.")));

        assertThat(right.statusCode()).as(right.body()).isEqualTo(201);
        assertThat(unknown.statusCode()).isEqualTo(422);
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(bridge.standing("Höger ben."))
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
}
