package se.omsorgsbron.sandbox.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.SourceUnavailable;

/** The bridge's adapter against the simulator: neither knows the other, so each checks the other's reading of the contract. */
class AdapterAgainstSimulatorTest extends AdapterBench {

    @Test
    void anEntryWhoseAnswerWasLostStandsThereOnceWhetherItWasStoredOrNot() throws RecipientUnavailable {
        Recipient journal = system().journal("journal");
        Item item = items(SmallCase.NUMBER).get(0);
        for (String stored : List.of("false", "true")) {
            town.fault("{\"resource\": \"journal-entries\", \"method\": \"POST\", \"kind\": \"drop\", \"stored\": "
                    + stored + ", \"count\": 1}");
            RecipientUnavailable lost =
                    catchThrowableOfType(RecipientUnavailable.class, () -> deliver(journal, item, false));
            assertThat(lost.sent()).isTrue();

            assertThat(deliver(journal, item, true)).isInstanceOf(Outcome.Stored.class);
            assertThat(town.entries()).hasSize(1);
            String id = town.entries().at("/0/id").asText();
            assertThat(deliver(journal, item, true))
                    .isEqualTo(new Outcome.Stored(id, Optional.of("caremanagement/journal-entries/" + id)));
            assertThat(town.entries()).hasSize(1);
            assertThat(town.status("DELETE", SmallCase.E1 + "/journal-entries/" + id, ""))
                    .isEqualTo(204);
        }
    }

    @Test
    void theTimeIsReadInUtcAndTheWordsAreUnharmed() throws RecipientUnavailable {
        deliver(system().journal("journal"), items(SmallCase.NUMBER).get(0), false);

        assertThat(town.entries().at("/0/entryDateTime").asText()).isEqualTo(TIME.toString());
        assertThat(town.entries().at("/0/text").asText()).contains("Halkade i hallen 😀 åäö");
        assertThat(town.entries().at("/0/heading").asText()).isEqualTo("Risk");
    }

    @Test
    void theOfficerIsNotifiedOnceThoughTheAnswerWasLost() throws RecipientUnavailable {
        Recipient journal = system().journal("journal");
        List<Item> items = items(SmallCase.NUMBER);
        deliver(journal, items.get(0), false);
        town.fault("{\"resource\": \"notifications\", \"method\": \"POST\", \"kind\": \"drop\", \"stored\": true}");
        assertThat(catchThrowableOfType(RecipientUnavailable.class, () -> deliver(journal, items.get(1), false))
                        .sent())
                .isTrue();

        assertThat(deliver(journal, items.get(1), true)).isInstanceOf(Outcome.Stored.class);
        assertThat(town.get("/_sandbox/journals").at("/0/notifications")).hasSize(1);
        assertThat(town.get("/_sandbox/journals")
                        .at("/0/notifications/0/ownerId")
                        .asText())
                .isEqualTo("jane02doe");
    }

    @Test
    void anErrandIsOpenedOnceThoughTheAnswersToBothPartsOfItWereLost() throws RecipientUnavailable {
        Recipient journal = system().journal("journal");
        Item item = items("189602029812").get(0);
        for (String lost : List.of("errands", "stakeholders")) {
            town.fault("{\"resource\": \"" + lost + "\", \"method\": \"POST\", \"kind\": \"drop\", \"stored\": true}");
            RecipientUnavailable failed =
                    catchThrowableOfType(RecipientUnavailable.class, () -> deliver(journal, item, false));
            assertThat(failed.sent()).as(lost).isFalse();
        }

        assertThat(deliver(journal, item, false)).isInstanceOf(Outcome.Stored.class);
        assertThat(town.get("/_sandbox/journals")).hasSize(2);
        assertThat(town.get("/_sandbox/journals").at("/1/stakeholders")).hasSize(1);
        assertThat(town.get("/_sandbox/journals").at("/1/entries")).hasSize(1);
    }

    @Test
    void whatTheFeedsReadIsThePersonHerErrandAndHerNotesAndNotTheBridgesOwn()
            throws SourceUnavailable, RecipientUnavailable {
        town.create(SmallCase.ERRANDS, "{\"typeSlug\": \"financial-assistance-new\", \"status\": \"NEW\"}");
        town.create(SmallCase.E1 + "/journal-entries", SmallCase.ENTRY);
        deliver(system().journal("journal"), items(SmallCase.NUMBER).get(0), false);

        assertThat(read("errands")).containsExactly("Read errands/e1 1", "Read stakeholders/s1 1");
        assertThat(read("journal")).hasSize(2).allMatch(entry -> entry.startsWith("Read journal-entries/"));
        assertThat(read("journal").stream().filter(entry -> entry.endsWith(" 1")))
                .hasSize(1);
    }

    private List<String> read(String name) throws SourceUnavailable {
        Feed feed = system().feeds().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
        return feed.read(Optional.empty(), r -> List.of()).items().stream()
                .map(AdapterAgainstSimulatorTest::brief)
                .toList();
    }

    private static String brief(Observation observation) {
        String facts = observation instanceof Observation.Read read
                ? " " + read.facts().size()
                : " " + observation;
        return observation.getClass().getSimpleName() + " "
                + observation.source().resource() + "/" + observation.source().id() + facts;
    }
}
