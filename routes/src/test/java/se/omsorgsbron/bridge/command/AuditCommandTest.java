package se.omsorgsbron.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.ledger.TestFacts;

class AuditCommandTest {
    @TempDir
    private Path folder;

    private Commands commands;
    private Path archive;

    @BeforeEach
    void somebodyWasLookedAt() throws IOException {
        commands = new Commands(folder);
        archive = folder.resolve("cut.jsonl");
        commands.ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER)));
        assertThat(commands.run("person", "export", "--person", "client:1")).isZero();
    }

    private int cut() {
        return commands.run("audit", "cut", "--to", archive.toString(), "--reason", "kept long enough");
    }

    /** Six years pass: the record is as old as the law asks for and more. */
    private void sixYearsLater() throws IOException {
        String old = commands.ledger.jdbc.queryForObject("select event from audit_event where seq = 1", String.class);
        String older = old.replaceFirst("\"recorded\":\"[0-9]{4}", "\"recorded\":\"2019");
        commands.ledger.jdbc.execute("alter table audit_event disable trigger user");
        commands.ledger.jdbc.update("delete from audit_event");
        commands.ledger.jdbc.execute("alter table audit_event enable trigger user");
        String hash = commands.ledger.jdbc.queryForObject(
                "select hash from audit_append('0127', (select id from subject limit 1), ?)", String.class, older);
        Files.writeString(folder.resolve("anchors.log"), "1 " + hash + " 2019-01-01T00:00:00Z\n");
    }

    @Test
    void whatHasNotBeenKeptLongEnoughStays() {
        assertThat(cut()).isZero();

        assertThat(commands.out()).contains("Nothing has been kept long enough");
        assertThat(archive).doesNotExist();
    }

    @Test
    void whatHasIsInTheFileAndTheAuditIsWhole() throws IOException {
        sixYearsLater();

        assertThat(cut()).as(commands.err()).isZero();
        assertThat(commands.run("audit", "verify"))
                .as(commands.out() + commands.err())
                .isZero();

        assertThat(commands.out()).contains("1 records, up to number 1").contains("1 records after 1 that were cut");
        assertThat(Files.readAllLines(archive)).singleElement().asString().contains("2019-");
    }

    @Test
    void aFileThatIsThereAlreadyIsNotWrittenOver() throws IOException {
        Files.writeString(archive, "something else");

        assertThat(cut()).isEqualTo(2);

        assertThat(archive).hasContent("something else");
    }
}
