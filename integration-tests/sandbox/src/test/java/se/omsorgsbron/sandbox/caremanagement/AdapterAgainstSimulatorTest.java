package se.omsorgsbron.sandbox.caremanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.CareManagement;
import se.omsorgsbron.caremanagement.CareManagementConfiguration;
import se.omsorgsbron.caremanagement.CareManagementConfiguration.Journal;
import se.omsorgsbron.caremanagement.journal.Opening;
import se.omsorgsbron.caremanagement.mapper.ErrandState;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Errands;
import se.omsorgsbron.caremanagement.mapper.MappingContext.Texts;
import se.omsorgsbron.caremanagement.mapper.Role;

/** The bridge's adapter against the simulator: neither knows the other, so each checks the other's reading of the contract. */
class AdapterAgainstSimulatorTest {
    private static final Instant TIME = Instant.parse("2026-11-24T21:15:00Z");

    @TempDir
    private Path folder;

    private SmallCase town;

    @BeforeEach
    void start() throws IOException {
        town = SmallCase.in(folder);
    }

    @AfterEach
    void stop() throws IOException {
        town.close();
    }

    private CareManagement system() {
        return new CareManagement(new CareManagementConfiguration(
                "2281",
                town.base(),
                "HOME_CARE",
                "omsorgsbron01",
                Optional.empty(),
                town.partyLookUp(),
                Duration.ofSeconds(2),
                1,
                ZoneId.of("Europe/Stockholm"),
                true,
                new Errands(Set.of("home-care"), Map.of("ONGOING", ErrandState.CARRIED_OUT, "NEW", ErrandState.OPEN)),
                Map.of("APPLICANT", new Role.Subject()),
                new Texts(
                        Map.of("Anteckning", NoteKind.DAILY), Set.of(), Optional.empty(), Map.of(), Set.of(), Map.of()),
                Journal.under(
                        "Anteckning", true, Optional.of(new Opening("home-care", "Hemtjänst", "NEW", "APPLICANT")))));
    }

    private List<Item> items(String number) {
        JournalNote note = new JournalNote(
                NoteKind.RISK,
                TIME,
                TIME,
                Optional.of(TIME),
                Optional.empty(),
                new PersonName("Nils", "Natt"),
                "",
                new FreeText("Halkade i hallen 😀 åäö"),
                false,
                Optional.empty(),
                false,
                Law.SOL);
        Person person = new Person(
                IdentityNumbers.parse(number).orElseThrow(),
                new PersonName("Fiktiva", "Påhittsson"),
                ProtectedIdentity.UNKNOWN,
                List.of(),
                List.of(),
                true,
                Optional.empty());
        NoteEntry entry =
                new NoteEntry(new SourceReference("night-patrol", "notes", "1"), note, Optional.empty(), false);
        PersonRecord record = new PersonRecord(
                UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)),
                "2281",
                person,
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(entry),
                List.of());
        return system().journal("journal").project(record, Set.of());
    }

    private static Outcome deliver(Recipient journal, Item item, boolean uncertain) throws RecipientUnavailable {
        UUID subject = UUID.fromString("3f0d3a52-55a5-5c5f-9d0e-0f4a2f1c7b01");
        return journal.deliver(
                        new Parcel(subject, List.of(new Parcel.Write(item, Optional.empty(), uncertain)), Map.of()))
                .outcomes()
                .get(item.key());
    }

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
            assertThat(deliver(journal, item, true)).isEqualTo(new Outcome.Stored(id, Optional.of(id)));
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
