package se.omsorgsbron.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.bridge.deliver.RiskTown.CODE;
import static se.omsorgsbron.bridge.deliver.RiskTown.JOURNAL;
import static se.omsorgsbron.bridge.deliver.RiskTown.PATROL;
import static se.omsorgsbron.bridge.deliver.RiskTown.PRIMARY_CARE;
import static se.omsorgsbron.bridge.deliver.RiskTown.RECEIVE;
import static se.omsorgsbron.bridge.deliver.RiskTown.SEE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.ledger.HeldItem;
import se.omsorgsbron.bridge.ledger.LateRisks;
import se.omsorgsbron.bridge.ledger.LateRisks.Limits;
import se.omsorgsbron.bridge.ledger.PersonData;
import se.omsorgsbron.bridge.ledger.RiskTable.Row;
import se.omsorgsbron.bridge.ledger.TestFacts;

class RiskSweepTest {
    private final RiskTown town = new RiskTown();

    @Test
    void theLedgerSaysOfEveryMemberWhoHasReceivedAndWhoHasSeen() throws RecipientUnavailable {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        assertThat(rungs()).isEqualTo(Map.of(JOURNAL, "QUEUED", PATROL, "QUEUED"));

        town.deliver(JOURNAL);
        town.deliver(PATROL);
        // What lies ready for the patrol has not reached it.
        assertThat(rungs()).isEqualTo(Map.of(JOURNAL, "ACCEPTED", PATROL, "SENT"));
        town.fetch();
        assertThat(rungs()).isEqualTo(Map.of(JOURNAL, "ACCEPTED", PATROL, "ACCEPTED"));
        town.see();
        assertThat(rungs()).isEqualTo(Map.of(JOURNAL, "ACCEPTED", PATROL, "SEEN"));
        assertThat(members())
                .allSatisfy(
                        row -> assertThat(row.member().orElseThrow().received()).isPresent());
        assertThat(members().get(1).member().orElseThrow().seen()).isPresent();
    }

    @Test
    void aRiskDoesNotGoBackToWhoNotedItAndIsNotOwedToWhoMayNotHaveIt() {
        town.connect(new RiskTown.Journal(PRIMARY_CARE));
        town.store(RiskTown.risk(PATROL, "1", false));
        look();

        // Primary care has no ground, and the patrol wrote it.
        assertThat(rungs()).isEqualTo(Map.of(JOURNAL, "QUEUED"));
        town.later(RECEIVE.plusSeconds(1));
        look();
        assertThat(told()).containsExactly("case-system/risk/note/1 risk-not-received OPEN");
    }

    @Test
    void nobodyIsToldBeforeTheTimeIsOverAndAfterItOnceAndItEndsWhenItIsSeen() throws RecipientUnavailable {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        town.later(RECEIVE.minusSeconds(30));
        look();
        assertThat(told()).isEmpty();

        town.deliver(JOURNAL);
        town.later(Duration.ofMinutes(1));
        look();
        look();
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("night-patrol/risk/note/")
                .endsWith("received OPEN");
        assertThat(town.meters
                        .counter(
                                "omsorgsbron.risks.late",
                                "municipality",
                                CODE,
                                "recipient",
                                PATROL,
                                "reason",
                                "risk-not-received")
                        .count())
                .isEqualTo(1);

        town.deliver(PATROL);
        town.fetch();
        look();
        // It was fetched, but nobody has seen it: still open, and not told again when the longer time is over, too.
        town.later(SEE);
        look();
        assertThat(told()).singleElement().asString().endsWith("risk-not-received OPEN");
        town.see();
        look();
        assertThat(told()).singleElement().asString().endsWith("risk-not-received MENDED");
        town.later(SEE);
        look();
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatWasFetchedInTimeAndSeenByNobodyIsToldWhenThatTimeIsOver() throws RecipientUnavailable {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        town.deliver(JOURNAL);
        town.deliver(PATROL);
        town.fetch();
        town.later(SEE.minusSeconds(30));
        look();
        assertThat(told()).isEmpty();

        town.later(Duration.ofMinutes(1));
        look();
        // A journal cannot say that somebody saw it, and owes nothing.
        assertThat(told()).singleElement().asString().startsWith(PATROL).endsWith("risk-not-seen OPEN");
        HeldItem item = town.ledger.held.list().get(0);
        assertThat(item.what().original()).contains(town.person().toString()).doesNotContain("Yr", TestFacts.NUMBER);
        assertThat(item.what().reason().owner().code()).isEqualTo("coordinator");
        assertThat(town.ledger.held.discard(item.id(), "coordinator", "ringde patrullen"))
                .isTrue();
        look();
        assertThat(told()).singleElement().asString().endsWith("risk-not-seen DISCARDED");
    }

    @Test
    void manyWhoLookAtOnceAndStartAnewTellOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            town.store(RiskTown.risk("caremanagement", String.valueOf(i), false));
        }
        look();
        town.later(RECEIVE.plusSeconds(1));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<?>> looks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            // Each look is a sweep that was just started.
            looks.add(nodes.submit(this::look));
        }
        for (Future<?> look : looks) {
            look.get();
        }
        nodes.shutdown();
        look();

        assertThat(told()).hasSize(40).doesNotHaveDuplicates().allMatch(one -> one.endsWith("risk-not-received OPEN"));
        assertThat(late()).isEqualTo(40);
    }

    @Test
    void whoDiesWhileTellingLeavesItToTheNextOne() {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        town.later(RECEIVE.plusSeconds(1));
        LateRisks late = new LateRisks(town.ledger.jdbc, town.ledger.transaction, town.ledger.held);
        town.ledger.transaction.executeWithoutResult(status -> {
            assertThat(late.tell(Map.of(CODE, new Limits(RECEIVE, SEE)))).hasSize(2);
            // Dies before it is committed.
            status.setRollbackOnly();
        });
        assertThat(told()).isEmpty();

        look();
        assertThat(told()).hasSize(2);
    }

    @Test
    void aRiskThatIsWithdrawnIsNobodysToKnowAndWhatWasToldOfItEnds() {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        town.later(RECEIVE.plusSeconds(1));
        look();
        assertThat(told()).hasSize(2);

        town.store(RiskTown.risk("caremanagement", "1", true));
        look();
        assertThat(rungs()).isEmpty();
        assertThat(told()).hasSize(2).allMatch(one -> one.endsWith("MENDED"));
        assertThat(town.risks.list(Optional.of(CODE), Optional.empty())).allMatch(Row::over);
    }

    @Test
    void aRiskAndWhateverIsSaidAnewOfItGoAheadOfEverythingElseToEverybody() throws RecipientUnavailable {
        for (boolean withdrawn : List.of(false, true)) {
            town.store(RiskTown.risk("caremanagement", "1", withdrawn));
            for (String recipient : List.of(JOURNAL, PATROL)) {
                assertThat(town.ledger.work.urgent(CODE, recipient))
                        .as("%s, withdrawn: %s", recipient, withdrawn)
                        .hasSize(1);
                town.deliver(recipient);
                assertThat(town.ledger.work.urgent(CODE, recipient)).isEmpty();
            }
        }
    }

    @Test
    void aCorrectionIsARiskOfItsOwn() {
        town.store(RiskTown.risk("caremanagement", "1", false));
        town.store(RiskTown.risk("caremanagement", "1b", false));
        look();

        assertThat(town.risks.list(Optional.empty(), Optional.of(town.person())))
                .hasSize(4);
    }

    @Test
    void whoMayHaveItLaterAndWhoIsNewHasTheWholeTimeFromThenOn() {
        town.store(RiskTown.risk("caremanagement", "1", false));
        town.connect(new RiskTown.Journal(PRIMARY_CARE));
        town.ledger.work.introduce(CODE, PRIMARY_CARE);
        look();
        town.later(RECEIVE.plusSeconds(1));
        look();
        assertThat(told()).hasSize(2).noneMatch(one -> one.startsWith(PRIMARY_CARE));

        town.store(
                ground(RecordedGround.Kind.CONSENT),
                ground(RecordedGround.Kind.SVOD_INFORMATION),
                ground(RecordedGround.Kind.HARM_TEST));
        look();
        assertThat(rungs()).containsKey(PRIMARY_CARE);
        look();
        assertThat(told()).hasSize(2);
        town.later(RECEIVE);
        look();
        assertThat(told()).hasSize(3).anyMatch(one -> one.startsWith(PRIMARY_CARE));

        // A block takes it back: it is not owed any more.
        town.store(ground(RecordedGround.Kind.BLOCK));
        look();
        assertThat(told())
                .filteredOn(one -> one.startsWith(PRIMARY_CARE))
                .singleElement()
                .asString()
                .endsWith("MENDED");
    }

    @Test
    void ofAPersonWhoLeftNobodyOwesAnything() {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        town.leave();
        look();
        town.later(SEE);
        look();

        assertThat(rungs()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void aPersonWhoIsErasedTakesTheRisksAlong() {
        town.store(RiskTown.risk("caremanagement", "1", false));
        look();
        town.later(RECEIVE.plusSeconds(1));
        look();
        JdbcTemplate jdbc = town.ledger.jdbc;
        PersonData data = new PersonData(jdbc, town.ledger.transaction);
        assertThat(data.export(CODE, town.person()))
                .filteredOn(part -> part.table().equals("risk_member"))
                .singleElement()
                .satisfies(part -> assertThat(part.rows()).hasSize(2));
        jdbc.update("update fact set gone_since = now() where kind = 'person'");
        data.erase(CODE, town.person(), sent -> {});

        for (String table : List.of("risk", "risk_member", "held_item", "fact")) {
            assertThat(jdbc.queryForObject("select count(*) from " + table, Integer.class))
                    .as(table)
                    .isZero();
        }
        look();
    }

    @Test
    void aRiskOfLongAgoThatIsReadForTheFirstTimeIsNotFollowed() {
        town.store(RiskTown.risk("caremanagement", "1", false, Instant.now().minus(Duration.ofDays(2))));
        look();

        assertThat(town.risks.list(Optional.empty(), Optional.empty())).isEmpty();
        town.store(RiskTown.risk("caremanagement", "2", false, Instant.now().minus(Duration.ofHours(2))));
        look();
        assertThat(town.risks.list(Optional.empty(), Optional.empty())).hasSize(2);
    }

    private static Fact ground(RecordedGround.Kind kind) {
        return TestFacts.about(
                "rows",
                kind.name(),
                TestFacts.NUMBER,
                new RecordedGround(
                        kind,
                        new RecordedGround.Scope(List.of(), List.of(DisclosedConcept.values())),
                        Period.OPEN,
                        "Koordinator"));
    }

    private void look() {
        town.sweep().look();
    }

    private List<Row> members() {
        return town.risks.list(Optional.of(CODE), Optional.empty()).stream()
                .filter(row -> row.member().isPresent())
                .toList();
    }

    private Map<String, String> rungs() {
        Map<String, String> rungs = new TreeMap<>();
        members()
                .forEach(row -> rungs.put(
                        row.member().orElseThrow().recipient(),
                        row.member().orElseThrow().rung().name()));
        return rungs;
    }

    /** What the coordinator was told, whatever became of it. */
    private List<String> told() {
        return town.ledger.jdbc.queryForList(
                "select source || ' ' || reason || ' ' || state from held_item order by source", String.class);
    }

    private double late() {
        return town.meters.find("omsorgsbron.risks.late").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
