package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.ledger.RiskTable;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

class RisksCommandTest {
    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void twoRisks() throws IOException {
        commands = new Commands(folder);
        TestLedger ledger = commands.ledger;
        ledger.store(TestFacts.changes(
                TestFacts.person("1", TestFacts.NUMBER),
                TestFacts.note("6", TestFacts.NUMBER),
                TestFacts.note("7", TestFacts.NUMBER)));
        ledger.jdbc.update(
                "insert into risk (municipality, fact_id, connected) select municipality, id, '{}' from fact where kind = ?",
                "journal-note");
        RiskTable risks = new RiskTable(ledger.jdbc);
        risks.decide(risks.undecided(10).stream()
                .map(one -> new RiskTable.Decision(
                        one, Optional.of("note/1").filter(key -> one.risk().id().equals("6"))))
                .toList());
    }

    @Test
    void theListHasALineForEveryRecipientAndNotWhatTheRiskSays() {
        assertThat(risks("list")).isZero();

        assertThat(commands.out())
                .contains(TestLedger.RECIPIENT, "queued", TestFacts.PERSON.toString())
                .doesNotContain("Allt väl", TestFacts.NUMBER);
        assertThat(commands.out().lines()).hasSize(2);
    }

    @Test
    void asJsonARiskThatIsNobodysToKnowIsThereToo() {
        assertThat(risks("list", "--json")).isZero();

        assertThat(commands.out()).contains("\"recipients\" : [ ]", "\"rung\" : \"queued\"", "\"withdrawn\" : false");
    }

    @Test
    void theRisksOfOnePersonAreAskedForByNameAndAudited() {
        assertThat(risks("show", "--person", "client:1")).isZero();
        assertThat(commands.out()).contains("queued");
        assertThat(commands.ledger.jdbc.queryForObject(
                        "select count(*) from audit_event where event like '%risks%'", Long.class))
                .isEqualTo(1);

        assertThat(risks("show", "--person", UUID.randomUUID().toString())).isEqualTo(BridgeCommand.WRONG);
        assertThat(risks("show")).isEqualTo(BridgeCommand.UNUSABLE);
    }

    @Test
    void whoHasNoRoleIsToldWhatToHaveWritten() throws IOException {
        Files.writeString(
                commands.config,
                Files.readString(commands.config).replace("\"" + Operator.user() + "\"", "somebody-else"));

        assertThat(risks("list")).isEqualTo(BridgeCommand.UNUSABLE);
        assertThat(commands.err()).contains("needs the role operations or coordinator");
    }

    private int risks(String... arguments) {
        return commands.run(
                Stream.concat(Stream.of("risks"), Stream.of(arguments)).toArray(String[]::new));
    }
}
