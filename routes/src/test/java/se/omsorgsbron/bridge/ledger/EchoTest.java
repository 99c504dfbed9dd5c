package se.omsorgsbron.bridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.recipient.Concept;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.bridge.ledger.WorkQueue.Claim;
import se.omsorgsbron.bridge.ledger.WorkQueue.WorkKey;

/** A note that the bridge wrote into a journal, and what comes back from there. */
class EchoTest {
    private final TestLedger ledger = new TestLedger();

    @Test
    void aNoteThatTheBridgeWroteItselfIsNoNoteOfTheCaseSystems() {
        ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER, "Berg"), note("D-7"), note("D-8")));
        assertThat(notes()).containsExactly("D-7", "D-8");
        Claim claim = claim();
        send(claim);

        answer(claim, "lifecare/documentations/D-7");

        // The words are the same; the id is not.
        assertThat(notes()).containsExactly("D-8");
    }

    @Test
    void whatIsNewThereWaitsWhileANoteIsUnderWay() {
        ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER, "Berg"), note("D-6")));
        Claim claim = claim();
        send(claim);
        ledger.store(TestFacts.changes(note("D-7"), note("D-8")));

        assertThat(notes()).containsExactly("D-6");

        answer(claim, "lifecare/documentations/D-8");
        assertThat(notes()).containsExactly("D-6", "D-7");
    }

    private static final Item ITEM = Item.once("provider_notes/1", Concept.NOTES, "{}");

    private void send(Claim claim) {
        assertThat(ledger.deliveries.sending(claim, List.of(ITEM), () -> {})).isTrue();
    }

    private void answer(Claim claim, String location) {
        Receipt receipt = new Receipt(Map.of(ITEM.key(), new Outcome.Stored("1", Optional.of(location))));
        assertThat(ledger.deliveries.answered(claim, List.of(ITEM), receipt, () -> {}))
                .isTrue();
    }

    private Claim claim() {
        WorkKey key = new WorkKey("0127", person(), TestLedger.RECIPIENT);
        return ledger.work.claim(key, Duration.ofMinutes(1)).orElseThrow();
    }

    private List<String> notes() {
        return ledger.read(person())
                .of(JournalNote.class)
                .map(fact -> fact.source().id())
                .sorted()
                .toList();
    }

    private UUID person() {
        return ledger.subjects.resolve("0127", List.of(TestFacts.number(TestFacts.NUMBER))).values().stream()
                .findFirst()
                .orElseThrow();
    }

    private static se.omsorgsbron.api.source.Fact note(String id) {
        return TestFacts.note(id, TestFacts.NUMBER);
    }
}
