package se.omsorgsbron.bridge.deliver;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.SubjectRecord;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.disclosure.OperatedBy;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.LateRisks;
import se.omsorgsbron.bridge.ledger.LateRisks.Limits;
import se.omsorgsbron.bridge.ledger.RiskTable;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** A person, a ledger, and three who may be told: a journal, a night patrol that comes itself, and primary care. */
final class RiskTown {
    static final String CODE = "0127";
    static final String JOURNAL = "case-system";
    static final String PATROL = "night-patrol";
    static final String PRIMARY_CARE = "primary-care";
    static final Duration RECEIVE = Duration.ofMinutes(15);
    static final Duration SEE = Duration.ofHours(2);

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Duration CLAIM = Duration.ofMinutes(5);

    final TestLedger ledger = new TestLedger();
    final ChangeFeed feed = new ChangeFeed(ledger.jdbc, ledger.transaction);
    final RiskTable risks = new RiskTable(ledger.jdbc);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Map<String, Channel> channels = new HashMap<>();

    RiskTown() {
        connect(new Journal(JOURNAL));
        connect(new se.omsorgsbron.nightpatrol.NightPatrolRecipient(
                PATROL, (subject, entries) -> feed.put(CODE, PATROL, subject, entries)));
        store(
                TestFacts.person("127001", TestFacts.NUMBER),
                TestFacts.about(
                        "executions",
                        "4",
                        TestFacts.NUMBER,
                        new Execution(Law.SOL, "Hemtjänst", Period.from(LocalDate.of(2026, 1, 1)), Optional.empty())));
    }

    void connect(Recipient recipient) {
        channels.put(
                recipient.name(),
                new Channel(
                        CODE,
                        ZONE,
                        recipient,
                        "http://127.0.0.1",
                        new DisclosurePolicy(
                                DisclosureTableFile.read("botkyrka").table(),
                                recipient.name(),
                                recipient.name().equals(PRIMARY_CARE) ? OperatedBy.REGION : OperatedBy.MUNICIPALITY),
                        CircuitBreaker.ofDefaults(recipient.name())));
    }

    void store(Fact... facts) {
        ledger.store.store(
                new FeedKey(CODE, facts[0].source().system(), "all"),
                TestFacts.changes(facts),
                new ShrinkGuard(2, 3),
                channels.keySet().stream().sorted().toList());
    }

    /** The case system does not have the person any more. */
    void leave() {
        ledger.store.store(
                new FeedKey(CODE, "lifecare", "all"),
                TestFacts.gone(TestFacts.source("clients", "127001")),
                new ShrinkGuard(2, 3),
                channels.keySet().stream().sorted().toList());
    }

    /** A risk that was written now. */
    static Fact risk(String system, String id, boolean withdrawn) {
        return risk(system, id, withdrawn, Instant.now());
    }

    static Fact risk(String system, String id, boolean withdrawn, Instant now) {
        JournalNote note = new JournalNote(
                NoteKind.RISK,
                Instant.parse("2026-11-25T01:00:00Z"),
                now,
                Optional.of(now),
                Optional.empty(),
                new PersonName("Åsa", "Ek"),
                "",
                new FreeText("Yr, risk för fall."),
                false,
                Optional.empty(),
                withdrawn,
                Law.SOL);
        return new Fact(
                new SourceReference(system, "notes", id),
                TestFacts.number(TestFacts.NUMBER),
                note,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    UUID person() {
        return TestFacts.subject("clients", "127001");
    }

    RiskSweep sweep() {
        return new RiskSweep(
                risks,
                new LateRisks(ledger.jdbc, ledger.transaction, ledger.held),
                ledger.reader,
                new Channels(channels.values()),
                Clock.systemUTC(),
                new DeliveryMetrics(meters),
                Map.of(CODE, new Limits(RECEIVE, SEE)),
                municipality -> true);
    }

    /** So much time goes by. */
    void later(Duration time) {
        ledger.jdbc.update("update risk_member set since = since - make_interval(secs => ?)", time.toSeconds());
    }

    /** Delivers everything that the recipient may have. */
    void deliver(String recipient) throws RecipientUnavailable {
        WorkKey key = new WorkKey(CODE, person(), recipient);
        Claim claim = ledger.work.claim(key, CLAIM).orElseThrow();
        Channel channel = channels.get(recipient);
        List<Item> items = Difference.between(
                channel.recipient()
                        .project(
                                channel.disclosed(ledger.read(person()), Clock.systemUTC())
                                        .orElseThrow()
                                        .record(),
                                ledger.deliveries.of(key).keySet()),
                ledger.deliveries.of(key));
        ledger.deliveries.sending(claim, items, () -> {});
        Receipt receipt = channel.recipient()
                .deliver(new Parcel(
                        person(),
                        items.stream()
                                .map(item -> new Parcel.Write(item, Optional.empty(), false))
                                .toList(),
                        Map.of()));
        ledger.deliveries.answered(claim, items, receipt, () -> {});
        ledger.work.done(claim);
    }

    /** The patrol has read everything that there is, and asks for more. */
    void fetch() {
        ChangeFeed.Page page = feed.after(CODE, PATROL, Optional.empty(), 100);
        feed.after(CODE, PATROL, Optional.of(page.next()), 100);
    }

    /** Somebody of the patrol has seen every note. */
    void see() {
        feed.after(CODE, PATROL, Optional.empty(), 100).changes().stream()
                .filter(change -> change.key().startsWith("note/"))
                .forEach(change -> feed.seen(CODE, PATROL, change.key(), change.number()));
    }

    /** Takes whatever notes it may have, and answers with one word. */
    record Journal(String name) implements Recipient {
        @Override
        public List<Item> project(SubjectRecord record, Set<String> delivered) {
            PersonRecord person = (PersonRecord) record;
            return person.notes().stream()
                    .filter(entry -> !entry.withdrawn() && !entry.note().withdrawn())
                    .filter(entry -> !entry.source().system().equals("lifecare"))
                    .map(entry -> new Item(
                            key(entry.source()),
                            Concept.of(entry.note().kind()),
                            Item.Mode.KEEP,
                            "{}",
                            "hash",
                            Set.of()))
                    .toList();
        }

        private static String key(SourceReference note) {
            return "note/" + note.id();
        }

        @Override
        public Optional<String> keyOf(String municipality, UUID person, SourceReference note) {
            return Optional.of(key(note));
        }

        @Override
        public List<Problem> check(Item item) {
            return List.of();
        }

        @Override
        public Receipt deliver(Parcel parcel) {
            Map<String, Outcome> outcomes = new HashMap<>();
            parcel.writes()
                    .forEach(write -> outcomes.put(write.item().key(), new Outcome.Stored("1", Optional.empty())));
            return new Receipt(outcomes);
        }
    }
}
