package se.omsorgsbron.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;
import se.omsorgsbron.bridge.disclosure.OperatedBy;

class ConfigurationFileTest {
    private static final String GOOD = """
            omsorgsbron:
              ledger: {url: "jdbc:postgresql://localhost:5432/omsorgsbron", username: bridge, password: secret}
              municipalities:
                "0127":
                  name: Botkyrka
                  case-system:
                    type: lifecare
                    url: https://lifecare.example/WE.EC.Integration.Host
                    domain: "0127"
                    key: made-up
                    headlines:
                      notes: {deviation: [502], ignored: [599]}
                      plan: {by-whom: [603]}
                    relations: {legal-guardian: [God man, Förvaltare]}
                  recipients:
                    primary-care:
                      type: fhir-r4
                      url: https://fhir.example/r4
                  disclosure: botkyrka
            """;

    @TempDir
    private Path folder;

    @Test
    void aGoodFileIsReadWithItsDefaults() throws IOException {
        Loaded loaded = load(GOOD);

        assertThat(loaded).isInstanceOfSatisfying(Loaded.Good.class, good -> {
            BridgeConfiguration configuration = good.configuration();
            assertThat(configuration.observe().interval()).isEqualTo(Duration.ofSeconds(10));
            assertThat(configuration.audit().keep()).isEqualTo(Period.ofYears(5));
            BridgeConfiguration.Municipality botkyrka =
                    configuration.municipalities().get("0127");
            assertThat(botkyrka.caseSystem().relations())
                    .containsEntry("legal-guardian", List.of("God man", "Förvaltare"));
            assertThat(botkyrka.caseSystem().headlines().plan()).containsEntry("by-whom", List.of(603));
            assertThat(botkyrka.disclosure()).isEqualTo("botkyrka");
            assertThat(botkyrka.recipients().get("primary-care").operatedBy()).isEqualTo(OperatedBy.REGION);
        });
    }

    @Test
    void aWrongKeyIsNamed() throws IOException {
        assertThat(sentences(GOOD.replace("domain:", "domian:")))
                .anySatisfy(s -> assertThat(s).contains("domian").contains("no setting of the bridge"));
    }

    @Test
    void aMissingSecretSaysWhereToWriteIt() throws IOException {
        assertThat(sentences(GOOD.replace("key: made-up", "key: \"\"")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("0127.case-system.key").contains("key-file"));
    }

    @Test
    void anUnsetVariableOfTheEnvironmentIsNamed() throws IOException {
        assertThat(sentences(GOOD.replace("key: made-up", "key: ${OMSORGSBRON_TEST_UNSET}")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("OMSORGSBRON_TEST_UNSET"));
    }

    @Test
    void aMunicipalityCodeThatYamlTookForANumberIsExplained() throws IOException {
        assertThat(sentences(GOOD.replace("\"0127\":", "0127:")))
                .anySatisfy(s -> assertThat(s).contains("four digits, in quotes"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        String bad = GOOD.replace("type: lifecare", "type: treserva")
                .replace("disclosure: botkyrka", "disclosure: nowhere.csv")
                .replace("deviation: [502]", "avvikelse: [502]");

        assertThat(sentences(bad)).hasSize(3);
    }

    @Test
    void aValueOfTheWrongKindIsNamedAndNotShown() throws IOException {
        assertThat(sentences(GOOD.replace(
                        "disclosure: botkyrka", "disclosure: botkyrka\n      time-zone: everything-secret")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("time-zone").doesNotContain("everything-secret"));
    }

    @Test
    void whoIsToKnowARiskHasSomeTimeAndCannotSeeItSoonerThanItComes() throws IOException {
        String risk = "disclosure: botkyrka\n      risk: ";
        assertThat(sentences(GOOD.replace("disclosure: botkyrka", risk + "{received-within: 0s, seen-within: 1h}")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("risk.received-within"));
        assertThat(sentences(GOOD.replace("disclosure: botkyrka", risk + "{seen-within: 5m}")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("risk.seen-within").contains("must not be shorter"));
        assertThat(load(GOOD.replace("disclosure: botkyrka", risk + "{received-within: 5m}")))
                .isInstanceOf(Loaded.Good.class);
    }

    @Test
    void nightIsSaidInWordsThatLetNoWholePlanOut() throws IOException {
        String night = "disclosure: botkyrka\n      night-words: ";
        for (String bad : List.of("[]", "[n]", "[natt, \"\"]", "[\".*\"]", "[\"på natten\"]")) {
            assertThat(sentences(GOOD.replace("disclosure: botkyrka", night + bad)))
                    .as(bad)
                    .singleElement()
                    .satisfies(s -> assertThat(s).contains("night-words").contains("natt"));
        }
        assertThat(load(GOOD.replace("disclosure: botkyrka", night + "[natt, jourtid]")))
                .isInstanceOf(Loaded.Good.class);
    }

    @Test
    void whatPrimaryCareWritesIsReadOnlyWhereThatIsSaid() throws IOException {
        assertThat(reads(GOOD)).isFalse();
        assertThat(reads(GOOD.replace("type: fhir-r4", "type: fhir-r4\n          reads: true")))
                .isTrue();
        // A recipient's words stand under its name in the ledger, so it may not be that of another source.
        assertThat(sentences(GOOD.replace("primary-care:", "supplements:")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("recipients.supplements", "choose another"));
    }

    private boolean reads(String yaml) throws IOException {
        return ((Loaded.Good) load(yaml))
                .configuration()
                .municipalities()
                .get("0127")
                .recipients()
                .get("primary-care")
                .reads();
    }

    @Test
    void anAuditIsKeptForFiveYearsAtLeast() throws IOException {
        for (String tooShort : List.of("4y", "P4Y11M30D", "1825d", "-5y")) {
            assertThat(sentences(audit("keep: " + tooShort)))
                    .singleElement()
                    .satisfies(s ->
                            assertThat(s).contains("omsorgsbron.audit.keep").contains("5y or more"));
        }
        for (String enough : List.of("5y", "P7Y6M", "1826d")) {
            assertThat(load(audit("keep: " + enough))).isInstanceOf(Loaded.Good.class);
        }
    }

    @Test
    void aStoreOfTheAuditIsReachedLikeARecipient() throws IOException {
        assertThat(load(audit("store: {url: \"https://audit.example/r4\", token: made-up}")))
                .isInstanceOf(Loaded.Good.class);
        assertThat(sentences(audit("store: {url: \"http://audit.example/r4\"}")))
                .singleElement()
                .satisfies(s ->
                        assertThat(s).contains("omsorgsbron.audit.store.url").contains("https://"));
        assertThat(sentences(audit("store: {url: \"https://audit.example/r4\", token-file: /nowhere}")))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("omsorgsbron.audit.store.token-file"));
    }

    @Test
    void brokenYamlSaysInWhichLine() throws IOException {
        assertThat(sentences("omsorgsbron:\n  ledger: [\n"))
                .singleElement()
                .satisfies(s -> assertThat(s).contains("not readable YAML"));
    }

    @Test
    void aMissingFileIsASentence() {
        assertThat(ConfigurationFile.load(folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        Loaded.Bad.class, bad -> assertThat(bad.sentences()).hasSize(1));
    }

    private static String audit(String settings) {
        return GOOD.replace("omsorgsbron:\n", "omsorgsbron:\n  audit: {" + settings + "}\n");
    }

    private List<String> sentences(String yaml) throws IOException {
        return ((Loaded.Bad) load(yaml)).sentences();
    }

    private Loaded load(String yaml) throws IOException {
        return ConfigurationFile.load(Files.writeString(folder.resolve("bridge.yaml"), yaml));
    }
}
