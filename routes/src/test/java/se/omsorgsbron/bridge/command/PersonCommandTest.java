package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

class PersonCommandTest {
    private static final String OTHER = "189602029812";

    @TempDir
    private Path folder;

    private Commands commands;
    private TestLedger ledger;

    @BeforeEach
    void twoPeopleWithAPlanEach() throws IOException {
        commands = new Commands(folder);
        ledger = commands.ledger;
        LocalDate day = LocalDate.of(2026, 3, 1);
        ledger.store(TestFacts.changes(
                TestFacts.person("1", TestFacts.NUMBER),
                TestFacts.plan("7", TestFacts.NUMBER, day),
                TestFacts.person("2", OTHER, "Lund"),
                TestFacts.plan("8", OTHER, day)));
    }

    private int rows(String table) {
        return ledger.jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }

    @Test
    void everythingOfOnePersonIsGivenOutAndNothingOfAnother() throws IOException {
        assertThat(commands.run("person", "export", "--person", "client:1")).isZero();

        JsonNode export = new JsonMapper().readTree(commands.out()).path(0);
        assertThat(export.path("fact")).hasSize(2);
        assertThat(export.path("subject_key")).hasSize(2);
        assertThat(commands.out()).contains(TestFacts.NUMBER, "Berg").doesNotContain(OTHER, "Lund");
        assertThat(rows("audit_event")).isEqualTo(1);
    }

    @Test
    void whoeverIsStillInTheCaseSystemIsNotErased() {
        assertThat(commands.run("person", "erase", "--person", "client:1", "--reason", "asked for"))
                .isEqualTo(1);

        assertThat(commands.err()).contains("The case system still has the person");
        assertThat(rows("fact")).isEqualTo(4);
        assertThat(rows("audit_event")).isZero();
    }

    @Test
    void whoeverLeftIsErasedWithProofInTheAuditAndTheOthersStay() {
        ledger.store(TestFacts.gone(TestFacts.source("clients", "1")));

        assertThat(commands.run("person", "erase", "--person", "client:1", "--reason", "asked for"))
                .isZero();

        assertThat(rows("fact")).isEqualTo(2);
        assertThat(rows("subject")).isEqualTo(1);
        assertThat(rows("work")).isEqualTo(1);
        String proof = ledger.jdbc.queryForObject("select event from audit_event", String.class);
        assertThat(proof).contains("erasure", Operator.user(), "asked for").doesNotContain(TestFacts.NUMBER);
        assertThat(commands.run("audit", "verify")).isZero();
        assertThat(commands.run("person", "export", "--person", "client:1")).isEqualTo(1);
    }

    @Test
    void nobodyKnownUnderThatNameIsSaid() {
        assertThat(commands.run("person", "export", "--person", "client:99")).isEqualTo(1);
        assertThat(commands.err()).contains("Nobody is known under that name");
    }
}
