package se.omsorgsbron.bridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import se.omsorgsbron.api.domain.Rank;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.ledger.TestFacts;

/** Lifecare and CareManagement in one municipality: what each says of a person, and what each journal is given of the other's. */
class TwoCaseSystemsTest {
    private static final String ENTRY = """
            {id: 'j1', errandId: 'e1', type: 'Anteckning', heading: 'Samtal', text: 'Vill ha hjälp tidigare.',
             entryDateTime: '2026-11-20T10:00:00Z', created: '2026-11-20T10:05:00Z', createdBy: 'jane02doe', status: 'LOCKED',
             locked: '2026-11-20T10:10:00Z'}""";

    @TempDir
    private Path folder;

    private TwoCaseSystems town;

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatBothSayOfANumberIsSaidOfOnePerson() throws IOException {
        start("botkyrka");
        town.careManagement.list(
                "stakeholders",
                "{id: 's2', externalId: 'anna01ek', role: 'CONTACT_1', firstName: 'Anna', lastName: 'Ek'}");
        town.careManagement.list("documents", """
                {id: 'd1', errandId: 'e1', type: 'Genomförandeplan', heading: 'Plan', status: 'LOCKED', locked: '2026-11-02T10:00:00Z',
                 documentDateTime: '2026-11-02T10:00:00Z', createdBy: 'anna01ek',
                 text: 'Delaktighet: ja\\nNästa uppföljning: 2027-05-01\\nMål: Klara morgonen'}""");
        town.lifecareSays(TestFacts.note("7", TestFacts.NUMBER));
        town.readCareManagement();

        PersonRecord person = town.person();

        assertThat(person.person().name().family()).isEqualTo("Berg");
        assertThat(person.contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.rank()).contains(Rank.FIRST);
            assertThat(contact.active()).isTrue();
        });
        assertThat(person.plans())
                .extracting(plan -> plan.source().path())
                .containsExactly("caremanagement/documents/d1");
        assertThat(person.notes())
                .extracting(note -> note.source().path())
                .containsExactlyInAnyOrder("lifecare/documentations/7", "caremanagement/journal-entries/j1");
        assertThat(town.ledger.held.list()).isEmpty();
    }

    @Test
    void aNoteOfOneIsWrittenInTheOthersJournalAndDoesNotComeBack() throws IOException {
        start("botkyrka");
        town.lifecareSays(TestFacts.note("7", TestFacts.NUMBER));
        town.readCareManagement();
        town.deliver();

        assertThat(town.lifecare.notes())
                .singleElement()
                .satisfies(note -> assertThat(TwoCaseSystems.text(note))
                        .startsWith("Från CareManagement")
                        .contains("Vill ha hjälp tidigare."));
        assertThat(town.careManagement.written())
                .singleElement()
                .satisfies(entry -> assertThat(TwoCaseSystems.text(entry))
                        .startsWith("Från Lifecare")
                        .contains("Allt väl."));

        comesBack();

        assertThat(town.lifecare.notes()).hasSize(1);
        assertThat(town.careManagement.written()).hasSize(1);
        assertThat(town.person().notes()).hasSize(2);
    }

    @Test
    void anEchoIsKnownByItsPlaceThoughItsMarkerIsGone() throws IOException {
        start("botkyrka");
        town.lifecareSays(TestFacts.note("7", TestFacts.NUMBER));
        town.readCareManagement();
        town.deliver();
        town.careManagement.takeOver();

        comesBack();

        assertThat(town.ledger.jdbc.queryForObject(
                        "select count(*) from fact where resource = 'journal-entries'", Integer.class))
                .as("the feed gives the echo as a note, and the ledger knows better")
                .isEqualTo(2);
        assertThat(town.lifecare.notes()).hasSize(1);
        assertThat(town.person().notes()).hasSize(2);
    }

    @Test
    void aNoteOfTheNightPatrolIsWrittenOnceInEachJournal() throws IOException {
        start("botkyrka");
        town.lifecareSays();
        town.patrolSays("n1");
        town.readCareManagement();
        town.deliver();

        comesBack();

        assertThat(town.careManagement.written())
                .extracting(TwoCaseSystems::text)
                .singleElement()
                .asString()
                .startsWith("Från nattpatrullen");
        assertThat(town.lifecare.notes().stream().map(TwoCaseSystems::text))
                .hasSize(2)
                .filteredOn(text -> text.startsWith("Från nattpatrullen"))
                .hasSize(1);
    }

    @Test
    void withoutARowInTheTableTheJournalIsGivenNothing() throws IOException {
        start(Files.writeString(
                        folder.resolve("table.csv"),
                        "recipient;concept;part;ground;decision;days\ncase-system;notes;all;same-municipality;;\n")
                .toString());
        town.lifecareSays(TestFacts.note("7", TestFacts.NUMBER));
        town.readCareManagement();
        town.deliver();

        assertThat(town.careManagement.written()).isEmpty();
        assertThat(town.lifecare.notes()).hasSize(1);
    }

    @Test
    void theBridgeStartsWithBothAndKeepsTheirJournalsInStep() throws IOException {
        start("botkyrka");
        town.lifecareSays(TestFacts.note("7", TestFacts.NUMBER));

        try (ConfigurableApplicationContext bridge = town.start()) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> town.lifecare.notes().size() == 1
                            && town.careManagement.written().size() == 1);
            Collection<Route> routes = bridge.getBean(CamelContext.class).getRoutes();
            assertThat(routes).extracting(Route::getId).anyMatch(id -> id.startsWith("0127.caremanagement.errands"));
            int read = town.careManagement.readings();
            await().atMost(Duration.ofMinutes(1)).until(() -> town.careManagement.readings() > read + 2);
        }

        assertThat(town.lifecare.notes()).as("nor does anything come back").hasSize(1);
        assertThat(town.careManagement.written()).hasSize(1);
    }

    private void start(String table) throws IOException {
        town = new TwoCaseSystems(folder, table);
        town.careManagement.list("journal-entries", ENTRY);
    }

    /** Both show what was written in them: CareManagement over HTTP, and Lifecare under the id that it gave. */
    private void comesBack() {
        town.readCareManagement();
        for (int i = 1; i <= town.lifecare.notes().size(); i++) {
            town.lifecareSays(TestFacts.note(String.valueOf(900_000 + i), TestFacts.NUMBER));
        }
        town.deliver();
    }
}
