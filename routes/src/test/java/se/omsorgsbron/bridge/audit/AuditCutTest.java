package se.omsorgsbron.bridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.audit.AuditCut.Outcome;
import se.omsorgsbron.bridge.audit.AuditReader.Verification;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

/** What has been kept for five years may go, by a cut and no other way. */
class AuditCutTest {
    private static final Clock NOW = Clock.systemUTC();
    private static final Clock SIX_YEARS_AGO = Clock.offset(NOW, Duration.ofDays(-6 * 366));

    private final TestLedger ledger = new TestLedger();

    @TempDir
    private Path folder;

    private Anchors anchors;
    private AuditReader reader;
    private AuditCut cut;
    private Path archive;

    @BeforeEach
    void threeOldRecordsAndTwoNewOnes() {
        anchors = new Anchors(folder.resolve("anchors.log"));
        archive = folder.resolve("cut.jsonl");
        reader = new AuditReader(ledger.jdbc, ledger.transaction, anchors);
        cut = new AuditCut(ledger.jdbc, ledger.transaction, trail(NOW), reader, anchors, NOW);
        append(SIX_YEARS_AGO, 3);
        append(NOW, 2);
    }

    private AuditTrail trail(Clock clock) {
        return new AuditTrail(ledger.jdbc, ledger.transaction, anchors, clock);
    }

    private void append(Clock clock, int records) {
        for (int i = 0; i < records; i++) {
            trail(clock).append(AuditTrailTest.disclosure(TestFacts.PERSON, "CareTeam/" + UUID.randomUUID()));
        }
    }

    private Outcome cut(long delivered) throws IOException {
        return cut.cut(
                new AuditCut.Order(AuditCut.LEAST, delivered, "anna", "kept long enough", List.of("0127")), archive);
    }

    private void asOwner(String statement) {
        ledger.jdbc.execute("alter table audit_event disable trigger user");
        ledger.jdbc.execute(statement);
        ledger.jdbc.execute("alter table audit_event enable trigger user");
    }

    @Test
    void anAuthorisedCutIsNoFinding() throws IOException {
        assertThat(cut(Long.MAX_VALUE)).isEqualTo(new Outcome.Done(3, 3));

        // Two that are new, and the cut's own.
        assertThat(reader.verify()).isEqualTo(new Verification(3, 3, 3, List.of()));
        append(NOW, 2);
        assertThat(reader.verify()).isEqualTo(new Verification(5, 3, 5, List.of()));
    }

    @Test
    void theCutSaysWhoAndWhyAndWhatItWas() throws IOException {
        String head = ledger.jdbc.queryForObject("select hash from audit_event where seq = 3", String.class);
        cut(Long.MAX_VALUE);

        String event = ledger.jdbc.queryForObject("select event from audit_event where seq = 6", String.class);
        assertThat(event).contains("anna", "kept long enough", "AuditCut/3", head, "\"cut\"");
    }

    @Test
    void whatIsCutIsInTheFileSoThatItCanStillBeFollowed() throws IOException {
        cut(Long.MAX_VALUE);

        String head = AuditTrail.first();
        for (String line : Files.readAllLines(archive)) {
            JsonNode record = new JsonMapper().readTree(line);
            assertThat(record.path("hash").asText())
                    .isEqualTo(AuditTrail.hash(
                            head,
                            record.path("seq").asLong(),
                            record.path("municipality").asText(),
                            UUID.fromString(record.path("subject").asText()),
                            record.path("event").asText()));
            head = record.path("hash").asText();
        }
        assertThat(ledger.jdbc.queryForObject("select previous from audit_event where seq = 4", String.class))
                .isEqualTo(head);
    }

    @Test
    void oldRecordsThatSomebodyRemovedByHandAreMissed() throws IOException {
        asOwner("delete from audit_event where seq <= 3");

        assertThat(reader.verify().findings())
                .contains("Records 1 to 3 are missing.", "Record 3 was anchored and is missing.");
    }

    @Test
    void soAreThoseThatSomebodyRemovesAfterACut() throws IOException {
        cut(Long.MAX_VALUE);
        asOwner("delete from audit_event where seq = 4");

        assertThat(reader.verify().findings()).contains("Records 1 to 4 are missing.");
    }

    @Test
    void aCutThatIsNotNotedOutsideTheDatabaseIsAFinding() throws IOException {
        String head = ledger.jdbc.queryForObject("select hash from audit_event where seq = 3", String.class);
        asOwner("delete from audit_event where seq <= 3");
        // As somebody could who has the database and knows the bridge, and not the file.
        trail(NOW)
                .append(AuditRecord.byOperator(
                        AuditRecord.Action.CUT,
                        "0127",
                        java.util.Optional.empty(),
                        "anna",
                        List.of(new AuditRecord.DataObject("AuditCut/3", true, List.of(head))),
                        "kept long enough"));

        assertThat(reader.verify().findings()).contains("Records 1 to 3 are missing.");
    }

    @Test
    void aCutThatIsOnlyNotedInTheFileIsAFinding() throws IOException {
        anchors.writeCut(3, ledger.jdbc.queryForObject("select hash from audit_event where seq = 3", String.class));
        asOwner("delete from audit_event where seq <= 3");

        assertThat(reader.verify().findings())
                .containsExactly("Records up to 3 were cut, and no record says by whom and why.");
    }

    @Test
    void theTableLetsNothingGoThatIsYoungerWhateverIsSaid() {
        assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(status -> {
                    ledger.jdbc.execute("set local omsorgsbron.audit_cut = '5'");
                    ledger.jdbc.update("delete from audit_event where seq <= 5");
                }))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> ledger.jdbc.update("delete from audit_event where seq <= 3"))
                .hasMessageContaining("append-only");
    }

    @Test
    void anAuditThatIsNotWholeIsNotCut() throws IOException {
        asOwner("update audit_event set event = replace(event, 'primary-care', 'night-patrol') where seq = 2");

        assertThat(cut(Long.MAX_VALUE)).isEqualTo(new Outcome.NotWhole(List.of("Record 2 was altered.")));
        assertThat(archive).doesNotExist();
    }

    @Test
    void whatTheStoreDoesNotHaveYetStays() throws IOException {
        assertThat(cut(0)).isEqualTo(new Outcome.Nothing());
        assertThat(cut(2)).isEqualTo(new Outcome.Done(2, 2));

        assertThat(reader.verify()).isEqualTo(new Verification(4, 2, 4, List.of()));
    }

    @Test
    void aCutOfEverythingLeavesAChainThatGoesOn() throws IOException {
        asOwner("delete from audit_event where seq > 3");
        List<String> lines = Files.readAllLines(folder.resolve("anchors.log"));
        Files.write(folder.resolve("anchors.log"), lines.subList(0, 3));

        assertThat(cut(Long.MAX_VALUE)).isEqualTo(new Outcome.Done(3, 3));
        append(NOW, 1);

        assertThat(reader.verify()).isEqualTo(new Verification(2, 3, 2, List.of()));
    }

    @Test
    void aSecondCutGoesOnWhereTheFirstEnded() throws IOException {
        cut(2);
        archive = folder.resolve("second.jsonl");
        assertThat(cut(Long.MAX_VALUE)).isEqualTo(new Outcome.Done(1, 3));

        assertThat(reader.verify()).isEqualTo(new Verification(4, 3, 4, List.of()));
    }
}
