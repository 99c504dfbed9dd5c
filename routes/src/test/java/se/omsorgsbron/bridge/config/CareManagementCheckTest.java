package se.omsorgsbron.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;

class CareManagementCheckTest {
    private static final String GOOD = """
            omsorgsbron:
              ledger: {url: "jdbc:postgresql://localhost:5432/omsorgsbron", username: bridge, password: secret}
              municipalities:
                "0127":
                  name: Botkyrka
                  disclosure: botkyrka
                  case-system: {type: lifecare, url: https://lifecare.example, domain: "0127", key: made-up}
                  recipients: {primary-care: {type: fhir-r4, url: https://fhir.example/r4}}
                  care-management:
                    url: https://api.example/care-management/1.0
                    namespace: HOME_CARE
                    sent-by: omsorgsbron01
                    party-look-up: https://party.example/look-up
                    errands:
                      types: [home-care]
                      statuses: {open: [NEW], carried-out: [ONGOING], closed: [DONE]}
                    roles: {person: [APPLICANT], person-1: [CONTACT_1], relative: [RELATIVE], ignored: [LANDLORD]}
                    journal-types: {daily: [Anteckning], ignored: [Telefonsamtal]}
                    notes: daily
                    documents: {implementation-plan: [Genomförandeplan], ignored: [Brev]}
                    plan-labels: {participation: [Delaktighet], follow-up: [Nästa uppföljning]}
                    journal:
                      type: Anteckning
                      headings: {risk: {type: Risk, heading: Risk}}
                      open-errand: {type: home-care, title: Hemtjänst, status: NEW, role: APPLICANT}
            """;

    @TempDir
    private Path folder;

    @Test
    void aGoodOneIsReadWithItsDefaults() throws IOException {
        assertThat(load(GOOD)).isInstanceOfSatisfying(Loaded.Good.class, good -> {
            BridgeConfiguration.Municipality botkyrka =
                    good.configuration().municipalities().get("0127");
            CareManagementSettings settings = botkyrka.careManagement();
            assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(settings.pageSize()).isEqualTo(100);
            assertThat(settings.persons()).isFalse();
            assertThat(settings.journal().notifications()).isFalse();
            assertThat(botkyrka.connected()).isEqualTo(Set.of("primary-care", "care-management"));
            assertThat(settings).hasToString("CareManagement");
        });
    }

    @Test
    void itCanBeASourceAloneAndItCanBeLeftOut() throws IOException {
        assertThat(load(GOOD.substring(0, GOOD.indexOf("        journal:\n")))).isInstanceOf(Loaded.Good.class);
        assertThat(load(GOOD.substring(0, GOOD.indexOf("      care-management:\n"))))
                .isInstanceOf(Loaded.Good.class);
    }

    @Test
    void theExampleOfTheDocumentationIsGood() throws IOException {
        String place = "      care-management:\n";
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));
        String example = page.substring(page.indexOf(place), page.indexOf("```", page.indexOf(place)));

        assertThat(sentences(GOOD.substring(0, GOOD.indexOf(place))
                        + example.replace("token-file: /run/credentials/care-management-token", "token: made-up")))
                .isEmpty();
        assertThat(example).contains("open-errand", "plan-labels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: https://api.example/care-management/1.0 | url: http://api.example | .url' must begin with https",
                "1.0 | 1.0#part | .url' must not hold credentials, a query or a fragment",
                "party-look-up: https://party.example/look-up | timeout: 10s | .party-look-up' must be an address",
                "namespace: HOME_CARE | namespace: a/b | .namespace' must be the namespace",
                "sent-by: omsorgsbron01 | timeout: 10s | .sent-by' must be the bridge's own user",
                "sent-by: omsorgsbron01 | sent-by: 'joe; type=root' | .sent-by' must be the bridge's own user",
                "namespace: HOME_CARE | namespace: X\\n        timeout: 0s | .timeout' must be longer",
                "namespace: HOME_CARE | namespace: X\\n        page-size: 1001 | .page-size' must be 1 to 1000",
                "namespace: HOME_CARE | namespace: X\\n        token-file: /nowhere | .token-file' names a file",
                "namespace: HOME_CARE | namespace: X\\n        persons: true | .persons' must be false beside case-system",
                "types: [home-care] | types: [home-care, ''] | .errands.types' must be the typeSlug of each type",
                "closed: [DONE] | finished: [DONE] | .errands.statuses.finished' is no state of an errand: write one of open",
                "closed: [DONE] | closed: [NEW] | .errands.statuses.closed' has a value that means something else too",
                "carried-out: [ONGOING], |  | .errands.statuses.carried-out' is missing",
                "relative: [RELATIVE] | boss: [RELATIVE] | .roles.boss' is no role of a stakeholder: write one of person,",
                "relative: [RELATIVE] | relative: [''] | .roles.relative' has an empty value",
                "daily: [Anteckning] | avvikelse: [X] | .journal-types.avvikelse' is no kind of note: write one of daily",
                "notes: daily | notes: dagligen | .notes' is no kind of note: write one of daily",
                "ignored: [Brev] | sip: [Brev] | .documents.sip' is no kind of plan: write one of implementation-plan",
                "participation: [Delaktighet], | participation: [Delaktighet], why: [x], | .plan-labels.why' is no part",
                "participation: [Delaktighet], |  | .plan-labels.participation' is missing: write its labels",
                "type: Anteckning | notifications: true | .journal' has no type: write one, or type and heading in headings",
                "risk: {type: Risk, heading: Risk} | risk: {type: Risk} | .journal.headings.risk' must have a type and a heading",
                "risk: {type | fara: {type | .journal.headings.fara' is no kind of note",
                "{type: home-care | {type: parking | .journal.open-errand.type' must be one of errands.types",
                "title: Hemtjänst | title: '' | .journal.open-errand.title' must be a title",
                "status: NEW | status: DONE | .journal.open-errand.status' must be one of errands.statuses",
                "role: APPLICANT | role: RELATIVE | .journal.open-errand.role' must be one of roles.person",
                "primary-care: {type | care-management: {type | recipients.care-management' is the name of a case system"
            })
    void whatIsWrongIsSaidInOneSentenceThatSaysWhatToWrite(String good, String bad, String sentence)
            throws IOException {
        String changed = bad == null ? "" : bad.replace("\\n", "\n");

        assertThat(sentences(GOOD.replace(good, changed)))
                .singleElement()
                .asString()
                .contains(sentence)
                .doesNotContain("joe");
    }

    @Test
    void theRoleThatIsThePersonIsNeeded() throws IOException {
        assertThat(sentences(GOOD.replace("person: [APPLICANT], ", "")))
                .anySatisfy(sentence -> assertThat(sentence).contains(".roles.person' is missing"));
    }

    @Test
    void aWrongKeyIsNamed() throws IOException {
        assertThat(sentences(GOOD.replace("sent-by:", "sentby-user:")))
                .anySatisfy(s -> assertThat(s).contains("sentby-user").contains("no setting of the bridge"));
    }

    private List<String> sentences(String yaml) throws IOException {
        return load(yaml) instanceof Loaded.Bad bad ? bad.sentences() : List.of();
    }

    private Loaded load(String yaml) throws IOException {
        return ConfigurationFile.load(Files.writeString(folder.resolve("bridge.yaml"), yaml));
    }
}
