package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What a recipient's system reads and a coordinator's records over FHIR, at the running bridge. */
class FhirCases {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final RunningBridge bridge = RunningBridge.get();
    private final String primaryCare = bridge.token("primary-care-0182");
    private final String coordinator = bridge.token("coordinator-0182");

    @Test
    void aRecipientReadsWhatItWasSent() {
        CareTeam team = only(CareTeam.class, byNumber("CareTeam", primaryCare));

        CareTeam read =
                read(CareTeam.class, get("/fhir/CareTeam/" + team.getIdElement().getIdPart(), primaryCare));
        assertThat(read.getParticipant()).isNotEmpty();
        assertThat(bridge.primaryCare
                        .get(RunningBridge.NACKA)
                        .store
                        .get("CareTeam/" + team.getIdElement().getIdPart()))
                .isPresent();
        assertThat(get("/fhir/CareTeam?patient=" + team.getSubject().getReference(), primaryCare)
                        .body())
                .contains(team.getIdElement().getIdPart());
        assertThat(only(CarePlan.class, byNumber("CarePlan", primaryCare))
                        .getSubject()
                        .getReference())
                .isEqualTo(team.getSubject().getReference());
    }

    @Test
    void whatIsReadIsAuditedAsDisclosed() {
        long before = disclosedTo("primary-care-0182");

        byNumber("Communication", primaryCare);

        assertThat(disclosedTo("primary-care-0182")).isEqualTo(before + 1);
    }

    @Test
    void anIdentityNumberInAnAddressIsRefused() {
        HttpResponse<String> answer = get("/fhir/CareTeam?patient.identifier=189002029800", primaryCare);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("POST _search").doesNotContain("189002029800");
    }

    @Test
    void aSearchThatSaysNothingOfWhomIsRefused() {
        assertThat(get("/fhir/CareTeam", primaryCare).statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheRoleDoesNotCoverIsForbidden() {
        assertThat(get("/fhir/Consent/" + UUID.randomUUID(), primaryCare).statusCode())
                .isEqualTo(403);
        assertThat(get("/fhir/CareTeam?_id=1", coordinator).statusCode()).isEqualTo(403);
        assertThat(bridge.send("DELETE", "/fhir/Consent/" + UUID.randomUUID(), coordinator, "")
                        .statusCode())
                .isIn(403, 405, 400);
    }

    @Test
    void anAddressThatNamesNothingIsTheCallersMistake() {
        for (String path :
                List.of("/fhir" + "/x".repeat(1_600), "/fhir/CareTeam" + "/x".repeat(1_600), "/fhir/Consent/1/2/3/4")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                assertThat(bridge.send(method, path, coordinator, "").statusCode())
                        .as(method)
                        .isBetween(400, 499);
            }
        }
    }

    @Test
    void aFormThatIsBadlyEscapedIsTheCallersMistake() {
        for (String method : List.of("GET", "POST", "DELETE")) {
            HttpRequest request = HttpRequest.newBuilder(bridge.uri("/fhir/CareTeam/_search"))
                    .header("Authorization", "Bearer " + primaryCare)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString("_id=%I&patient=%"))
                    .build();
            assertThat(bridge.send(request).statusCode()).as(method).isBetween(400, 499);
        }
    }

    @Test
    void onlyJsonIsSpoken() {
        HttpRequest xml = HttpRequest.newBuilder(bridge.uri("/fhir/Consent"))
                .header("Authorization", "Bearer " + coordinator)
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Consent>&e;</Consent>"))
                .build();

        assertThat(bridge.send(xml).statusCode()).isEqualTo(415);
    }

    @Test
    void aBlockStopsWhatWasReadableAndIsTakenBackByACorrection() {
        String path = "/fhir/Consent/" + UUID.randomUUID();
        String consent = """
                {"resourceType": "Consent", "id": "%s", "status": "active",
                 "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IDSCL"}]}],
                 "patient": {"identifier": {"system": "urn:oid:1.2.752.129.2.1.3.1", "value": "%s"}},
                 "performer": [{"display": "Handläggare två"}],
                 "provision": {"type": "deny",
                   "class": [{"system": "https://fhir.omsorgsbron.se/CodeSystem/disclosed-concept", "code": "notes"}]}}
                """;
        String block = consent.formatted(path.substring(14), "189002029800");

        HttpResponse<String> created = bridge.send("PUT", path, coordinator, block);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(entries(byNumber("Communication", primaryCare))).isEmpty();
        assertThat(read(Consent.class, get(path, coordinator))
                        .getProvision()
                        .getType()
                        .toCode())
                .isEqualTo("deny");

        assertThat(bridge.send("PUT", path, coordinator, block.replace("\"active\"", "\"entered-in-error\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(entries(byNumber("Communication", primaryCare))).hasSize(1);
    }

    @Test
    void aConditionThatTheBridgeCannotKeepIsRefusedByName() {
        HttpResponse<String> answer = bridge.send("POST", "/fhir/Consent", coordinator, """
                {"resourceType": "Consent", "status": "active", "dateTime": "2026-11-20",
                 "patient": {"identifier": {"value": "189002029800"}},
                 "performer": [{"display": "Handläggare två"}],
                 "provision": {"type": "permit",
                   "purpose": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HRESCH"}],
                   "class": [{"system": "https://fhir.omsorgsbron.se/CodeSystem/disclosed-concept", "code": "allt"}]}}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(OperationOutcome.class, answer).getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .contains("Consent.provision.purpose", "Consent.provision.class");
    }

    @Test
    void aBodyThatCannotBeReadIsRefusedWithoutItsWords() {
        HttpResponse<String> answer = bridge.send(
                "POST", "/fhir/Consent", coordinator, "{\"resourceType\":\"Consent\",\"hemligt\":\"Elsa\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'hemligt'").doesNotContain("Elsa", "HAPI");
    }

    private HttpResponse<String> byNumber(String type, String token) {
        return bridge.send(HttpRequest.newBuilder(
                        URI.create(bridge.uri("/fhir/" + type + "/_search").toString()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("patient.identifier=189002029800"))
                .build());
    }

    private long disclosedTo(String client) {
        return bridge.ledger.jdbc.queryForObject(
                "select count(*) from audit_event where event like ?", Long.class, "%\"" + client + "\"%");
    }

    private HttpResponse<String> get(String path, String token) {
        return bridge.send("GET", path, token, "");
    }

    private static List<Resource> entries(HttpResponse<String> answer) {
        return read(Bundle.class, answer).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    private static <T extends Resource> T only(Class<T> type, HttpResponse<String> answer) {
        assertThat(entries(answer)).hasSize(1);
        return type.cast(entries(answer).get(0));
    }

    private static <T extends Resource> T read(Class<T> type, HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }
}
