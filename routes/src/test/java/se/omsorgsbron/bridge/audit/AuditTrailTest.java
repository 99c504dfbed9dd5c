package se.omsorgsbron.bridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

class AuditTrailTest {
    private final TestLedger ledger = new TestLedger();

    @TempDir
    private Path folder;

    private Path file;
    private AuditTrail trail;
    private AuditReader reader;

    @BeforeEach
    void fiveRecords() {
        file = folder.resolve("anchors.log");
        trail = new AuditTrail(ledger.jdbc, ledger.transaction, new Anchors(file), Clock.systemUTC());
        reader = new AuditReader(ledger.jdbc, ledger.transaction, new Anchors(file));
        for (int i = 1; i <= 5; i++) {
            trail.append(disclosure(TestFacts.PERSON, "CareTeam/" + i));
        }
    }

    static AuditRecord disclosure(UUID person, String key) {
        return new AuditRecord(
                Action.DISCLOSURE,
                "0127",
                Optional.of(person),
                AuditTrail.BRIDGE,
                Optional.of(new AuditRecord.Recipient("primary-care", "https://fhir.example.org/r4")),
                List.of(new DataObject(key, false, List.of("contacts: consent, line 7 of the table"))),
                Outcome.SUCCESS,
                "");
    }

    private List<String> findings() throws IOException {
        return reader.verify().findings();
    }

    /** As somebody who owns the database could. */
    private void asOwner(String... statements) {
        ledger.jdbc.execute("alter table audit_event disable trigger user");
        for (String statement : statements) {
            ledger.jdbc.execute(statement);
        }
        ledger.jdbc.execute("alter table audit_event enable trigger user");
    }

    @Test
    void anUntouchedAuditIsWhole() throws IOException {
        assertThat(reader.verify()).isEqualTo(new AuditReader.Verification(5, 0, 5, List.of()));
    }

    @Test
    void theTableTakesNoChangeAndNoRemoval() {
        assertThatThrownBy(() -> ledger.jdbc.update("update audit_event set event = '{}' where seq = 3"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> ledger.jdbc.update("delete from audit_event")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> ledger.jdbc.execute("truncate audit_event")).hasMessageContaining("append-only");
    }

    @Test
    void aRecordThatWasAlteredIsFound() throws IOException {
        asOwner("update audit_event set event = replace(event, 'primary-care', 'night-patrol') where seq = 3");

        assertThat(findings()).containsExactly("Record 3 was altered.");
    }

    @Test
    void aRecordThatNowIsSomebodyElsesIsFound() throws IOException {
        asOwner("update audit_event set subject_id = gen_random_uuid() where seq = 2");

        assertThat(findings()).containsExactly("Record 2 was altered.");
    }

    @Test
    void aRecordThatWasRemovedIsFound() throws IOException {
        asOwner("delete from audit_event where seq = 3");

        assertThat(findings()).contains("Records 3 to 3 are missing.", "Record 3 was anchored and is missing.");
    }

    @Test
    void aRecordThatWasRemovedWithTheGapClosedIsFound() throws IOException {
        asOwner("delete from audit_event where seq = 3", "update audit_event set seq = seq - 1 where seq > 3");

        assertThat(findings()).isNotEmpty();
    }

    @Test
    void recordsThatChangedPlacesAreFound() throws IOException {
        asOwner(
                "update audit_event set seq = 99 where seq = 2",
                "update audit_event set seq = 2 where seq = 3",
                "update audit_event set seq = 3 where seq = 99");

        assertThat(findings()).contains("Record 2 was altered.", "Record 3 was altered.");
    }

    @Test
    void cuttingOffTheNewestIsFound() throws IOException {
        asOwner("delete from audit_event where seq >= 4");

        assertThat(findings())
                .containsExactly("Record 4 was anchored and is missing.", "Record 5 was anchored and is missing.");
    }

    @Test
    void computingTheWholeChainAnewIsFound() throws IOException {
        asOwner("delete from audit_event");
        AuditTrail forger = new AuditTrail(
                ledger.jdbc, ledger.transaction, new Anchors(folder.resolve("other")), Clock.systemUTC());
        for (int i = 1; i <= 5; i++) {
            forger.append(disclosure(UUID.randomUUID(), "CareTeam/" + i));
        }

        assertThat(findings()).hasSize(5).allMatch(finding -> finding.endsWith("is not the one that was anchored."));
    }

    @Test
    void withoutAnyAnchorItIsSaidThatNotAllCanBeTold() throws IOException {
        Files.delete(file);

        assertThat(findings()).singleElement().asString().startsWith("No head is anchored");
    }

    @Test
    void headsOutOfOrderAndTwiceAreNoFinding() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.addAll(List.of(lines.get(1), lines.get(0)));
        Collections.swap(lines, 0, 4);
        Files.write(file, lines);

        assertThat(reader.verify()).isEqualTo(new AuditReader.Verification(5, 0, 7, List.of()));
    }

    @Test
    void aLineThatIsNoHeadIsFound() throws IOException {
        Files.writeString(file, "4 is the head\n", StandardOpenOption.APPEND);

        assertThat(findings()).containsExactly("The file of anchored heads has a line that is none.");
    }

    @Test
    void aDatabaseThatRecordsSomethingElseIsToldApart() {
        ledger.jdbc.execute("""
                create or replace function audit_append(of_municipality text, of_subject uuid, said text)
                    returns table (seq bigint, previous text, hash text) language sql as $$
                        select 6::bigint, repeat('0', 64), encode(sha256('something else'), 'hex') $$
                """);

        assertThatThrownBy(() -> trail.append(disclosure(TestFacts.PERSON, "CareTeam/6")))
                .hasMessageContaining("not recorded in the audit what it was told");
    }

    @Test
    void noMoreThanAPageIsReadAtATime() throws IOException {
        ledger.jdbc.query("select audit_append('0127', null, '{}') from generate_series(1, 1000)", row -> {});
        String cursors = "select count(*) from pg_cursors where name like 'C!_%' escape '!'";

        assertThat(reader.<Long>read(records -> {
                    records.iterator().next();
                    return ledger.jdbc.queryForObject(cursors, Long.class);
                }))
                .isPositive();
    }

    @Test
    void whatIsRolledBackIsNotAudited() throws IOException {
        ledger.transaction.executeWithoutResult(status -> {
            trail.append(disclosure(TestFacts.PERSON, "CareTeam/6"));
            status.setRollbackOnly();
        });

        assertThat(reader.verify()).isEqualTo(new AuditReader.Verification(5, 0, 5, List.of()));
    }

    @Test
    void manyAtTheSameTimeMakeOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String key = "CarePlan/" + i;
            tasks.add(() -> {
                trail.append(disclosure(TestFacts.PERSON, key));
                return null;
            });
        }
        for (var done : threads.invokeAll(tasks)) {
            done.get();
        }
        threads.shutdown();

        assertThat(reader.verify()).isEqualTo(new AuditReader.Verification(105, 0, 105, List.of()));
    }

    @Test
    void aPersonsEventsSayWhoWasGivenWhatAndOnWhichGround() {
        List<String> events = reader.about("0127", TestFacts.PERSON);

        assertThat(events).hasSize(5);
        assertThat(events.get(0))
                .contains("primary-care", "CareTeam/1", "contacts: consent, line 7 of the table", "110106", "disclose")
                .doesNotContain(TestFacts.NUMBER);
        assertThat(reader.about("0182", TestFacts.PERSON)).isEmpty();
    }
}
