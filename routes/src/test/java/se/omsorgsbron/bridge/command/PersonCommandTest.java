package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

class PersonCommandTest {
    private static final String OTHER = "189602029812";

    private final TestLedger ledger = new TestLedger();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void twoPeopleWithAPlanEach() throws IOException {
        config = Files.writeString(
                folder.resolve("bridge.yaml"), """
                omsorgsbron:
                  ledger: {url: "%s", username: postgres, password: postgres}
                  audit: {anchors: "%s"}
                  municipalities:
                    "0127":
                      name: Botkyrka
                      disclosure: botkyrka
                      case-system: {type: lifecare, url: "http://localhost:1/x", domain: "0127", key: made-up}
                      recipients: {primary-care: {type: fhir-r4, url: "http://localhost:1/fhir"}}
                """.formatted(ledger.url, folder.resolve("anchors.log")));
        LocalDate day = LocalDate.of(2026, 3, 1);
        ledger.store(TestFacts.changes(
                TestFacts.person("1", TestFacts.NUMBER),
                TestFacts.plan("7", TestFacts.NUMBER, day),
                TestFacts.person("2", OTHER, "Lund"),
                TestFacts.plan("8", OTHER, day)));
    }

    private int person(String... arguments) {
        CommandLine command = new CommandLine(new BridgeCommand());
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
    }

    private int rows(String table) {
        return ledger.jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    @Test
    void everythingOfOnePersonIsGivenOutAndNothingOfAnother() throws IOException {
        assertThat(person("person", "export", "--person", "client:1")).isZero();

        JsonNode export = new JsonMapper().readTree(out.toString()).path(0);
        assertThat(export.path("fact")).hasSize(2);
        assertThat(export.path("subject_key")).hasSize(2);
        assertThat(out.toString()).contains(TestFacts.NUMBER, "Berg").doesNotContain(OTHER, "Lund");
        assertThat(rows("audit_event")).isEqualTo(1);
    }

    @Test
    void whoeverIsStillInTheCaseSystemIsNotErased() {
        assertThat(person("person", "erase", "--person", "client:1", "--reason", "asked for"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("The case system still has the person");
        assertThat(rows("fact")).isEqualTo(4);
        assertThat(rows("audit_event")).isZero();
    }

    @Test
    void whoeverLeftIsErasedWithProofInTheAuditAndTheOthersStay() {
        ledger.store(TestFacts.gone(TestFacts.source("clients", "1")));

        assertThat(person("person", "erase", "--person", "client:1", "--reason", "asked for", "--by", "lena"))
                .isZero();

        assertThat(rows("fact")).isEqualTo(2);
        assertThat(rows("subject")).isEqualTo(1);
        assertThat(rows("work")).isEqualTo(1);
        String proof = ledger.jdbc.queryForObject("select event from audit_event", String.class);
        assertThat(proof).contains("erasure", "lena", "asked for").doesNotContain(TestFacts.NUMBER);
        assertThat(person("audit", "verify")).isZero();
        assertThat(person("person", "export", "--person", "client:1")).isEqualTo(1);
    }

    @Test
    void nobodyKnownUnderThatNameIsSaid() {
        assertThat(person("person", "export", "--person", "client:99")).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody is known under that name");
    }
}
