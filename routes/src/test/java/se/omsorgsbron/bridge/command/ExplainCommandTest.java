package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Explaining files, which needs no ledger. */
class ExplainCommandTest {
    private static final String PLAN = """
            {"Id": 140001, "ProviderUnitId": 5, "PersonId": "189002029800", "EstablishedDate": "2026-03-11T00:00:00",
             "ClientParticipation": true, "FollowUpDate": "2027-01-20T00:00:00",
             "Services": [{"ServiceType": {"Code": 21, "Text": "Tillsyn"}}],
             "OtherInformation": [{"Headline": {"Id": 100602, "Text": "När"}, "Text": "varje natt"},
                                  {"Headline": {"Id": 100604, "Text": "Mål"}, "Text": "sova tryggt"}],
             "Participants": [{"FirstName": "Anna", "Addresses": [{"EntryCode": "1234"}]}]}
            """;
    private static final String NOTE = """
            {"id": "n1", "person": "189002029800", "kind": "risk", "occurred": "2026-11-24T02:15:00+01:00",
             "author": {"name": "Nils Natt"}, "text": "Föll i hallen.", "mood": "good"}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path config;

    @BeforeEach
    void aMunicipalityWithEveryKindOfRecipient() throws IOException {
        config = file("bridge.yaml", """
                omsorgsbron:
                  ledger: {url: "jdbc:postgresql://localhost:1/none", username: none, password: none}
                  municipalities:
                    "0127":
                      name: Botkyrka
                      disclosure: botkyrka
                      case-system:
                        type: lifecare
                        url: "http://localhost:1/x"
                        domain: "0127"
                        key: made-up
                        headlines: {plan: {when: [100602], goal: [100604]}}
                        journal: {headlines: {risk: 100503}, unit: 5, personnel-id: 1}
                      recipients:
                        primary-care: {type: fhir-r4, url: "http://localhost:1/fhir"}
                        night-patrol: {type: night-patrol, operated-by: municipality}
                """);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        return new CommandLine(new BridgeCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("explain"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private JsonNode first() throws IOException {
        return new JsonMapper().readTree(out.toString()).path(0);
    }

    @Test
    void aPlanOfLifecareIsExplainedFromItsFieldsToEveryRecipient() throws IOException {
        Path plan = file("service_plans.json", "[" + PLAN + "]");

        assertThat(run(plan.toString(), "--config", config.toString(), "--json"))
                .isZero();

        JsonNode record = first();
        assertThat(record.path("kind").asText()).isEqualTo("lifecare:service_plans");
        assertThat(record.at("/facts/0/content/established").asText()).isEqualTo("2026-03-11");
        assertThat(record.at("/used/EstablishedDate/0").asText()).isEqualTo("plan.established");
        assertThat(record.path("used").path("OtherInformation[1].Text").path(0).asText())
                .isEqualTo("plan.goals[].value");
        assertThat(record.path("unused")
                        .path("Participants[0].Addresses[0].EntryCode")
                        .asText())
                .isEqualTo("Door codes never leave, so they are never read.");
        assertThat(record.at("/fhir/0/resource/resourceType").asText()).isEqualTo("CarePlan");
        assertThat(record.at("/fhir/0/issues")).isEmpty();
        assertThat(record.path("recipients").findValuesAsText("recipient"))
                .contains("case-system", "night-patrol", "primary-care");
        JsonNode patrol = record.path("recipients").path(1);
        assertThat(patrol.path("items").toString()).contains("varje natt").doesNotContain("sova tryggt");
        assertThat(record.path("recipients").path(2).path("items").toString()).doesNotContain("varje natt");
    }

    @Test
    void aPatrolsNoteIsKnownByWhatStandsInItAndGoesToTheJournal() throws IOException {
        Path note = file("sent.json", NOTE);

        assertThat(run(note.toString(), "--config", config.toString())).isZero();

        assertThat(out.toString())
                .contains("night-patrol:notes", "text.value: Föll i hallen.", "Communication: valid")
                .contains("mood: The bridge does not know this field")
                .contains(
                        "kind -> decides: without it, or with something else there, the record is held, journal-note.kind")
                .contains("notes (risk) leaves: as the recipient is the municipality's own")
                .contains("Från nattpatrullen, Nils Natt, 2026-11-24 02:15:", "No item: what may not leave")
                .contains("notes (risk) does not leave: harm-test");
    }

    @Test
    void withoutAConfigurationTheTablesInTheJarTellWhoMayHaveIt() throws IOException {
        Path note = file("sent.json", NOTE);

        assertThat(run(note.toString(), "--disclosure", "nacka")).isZero();

        assertThat(out.toString()).contains("No configuration is named", "What each recipient gets", "primary-care");
    }

    @Test
    void aRecordThatIsHeldIsExplainedAndTheExitCodeTells() throws IOException {
        Path note = file("documentations.json", """
                {"Id": 1, "HeadlineId": 77, "ExecutionId": 5, "CreatedRoleId": 1, "CreatedSignature": "A", "CreatedName": "B",
                 "CreatedTime": "2026-03-01", "PlainText": "Ett litet fall."}
                """);

        assertThat(run(note.toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("The bridge does not know the code – HeadlineId: found 77", "operations has to act")
                .contains("HeadlineId -> read; it is what is wrong")
                .contains("In FHIR R4: nothing by itself");
    }

    @Test
    void everyRowOfTheSupplementsIsExplainedAndABrokenOneIsNamed() throws IOException {
        Path rows = file("supplements.csv", """
                municipality;subject;kind;date;until;value;note
                0127;client:110001;consent;2026-03-01;;Eva Ek;plans
                0127;client:110001;offered;2026-03-01;;strange;"a stray quote
                """);

        assertThat(run(rows.toString(), "--config", config.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("line 2: supplements:rows", "municipality", "subject");
        assertThat(err.toString()).contains("supplements.csv, line 3: found a stray quotation mark, expected");
    }

    @Test
    void aResourceIsValidatedAndAConsentIsReadAsTheGroundThatItIs() throws IOException {
        Path consent = file("c.json", """
                {"resourceType": "Consent", "id": "c1", "status": "active", "dateTime": "2026-03-01", "language": "sv",
                 "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IDSCL"}]}],
                 "policyRule": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "OPTIN"}]},
                 "patient": {"reference": "Patient/1"}, "performer": [{"display": "Eva Ek"}],
                 "provision": {"type": "permit",
                  "class": [{"system": "https://fhir.omsorgsbron.se/CodeSystem/disclosed-concept", "code": "plans"}]}}
                """);

        assertThat(run(consent.toString(), "--config", config.toString())).isZero();

        assertThat(out.toString())
                .contains("recorded-ground, fhir/Consent/c1", "kind: CONSENT", "scope.concepts[0]: PLANS")
                .contains("provision.class[0].code -> ")
                .contains("language: The ground that the consent records does not depend on it.");
    }

    @Test
    void aFileThatCannotBeReadIsOneSentence() throws IOException {
        assertThat(run(file("clients.json", "{\"Id\": 1").toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .contains("clients.json", "no JSON record", "expected one record", "Save the record again");
        assertThat(run(folder.resolve("nowhere.json").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be read: name a file that is there");
    }

    @Test
    void argumentsThatCannotBeUsedAreSaid() throws IOException {
        String unknown = file("strange.json", "{\"a\": 1}").toString();

        assertThat(run()).isEqualTo(2);
        assertThat(run(unknown, "--person", "client:1")).isEqualTo(2);
        assertThat(run(unknown)).isEqualTo(2);
        assertThat(err.toString())
                .contains("It cannot be told what strange.json is. Say it with --as and one of fhir:");
        assertThat(run(unknown, "--as", "lifecare:plans")).isEqualTo(2);
        assertThat(err.toString()).contains("lifecare:plans is no kind of record");
        assertThat(run(unknown, "--as", "lifecare:clients", "--disclosure", "nowhere"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--disclosure names no table");
    }
}
