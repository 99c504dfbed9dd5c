package se.omsorgsbron.lifecare.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.omsorgsbron.lifecare.feed.StubLifecare.brief;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.source.Observation.Read;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.Samples;

/** {@link DocumentationsFeed} and {@link CriticalInformationsFeed}. */
class NotesFeedsTest {
    private static final String EXECUTIONS = "/api/v1/executions";
    private static final String DOCUMENTATIONS = "/api/v1/documentations";
    private static final String CRITICAL = "/api/v1/client_critical_informations";
    private static final Coverage PARTIAL = new Coverage.Partial();

    private final StubLifecare lifecare = new StubLifecare();

    @BeforeEach
    void executions() {
        lifecare.page(EXECUTIONS, 0, "[{Id: 11, Law: 'SoL'}, {Id: 12, Law: 'HSL'}]");
        lifecare.page(EXECUTIONS, 2, "[{Id: 13, Law: 'SoL'}, {Id: 14, Law: 'SoL'}]");
    }

    @AfterEach
    void stop() {
        lifecare.close();
    }

    private static String note(String id, int execution) {
        return "{Id: '" + id
                + "', HeadlineId: '100501', PlainText: 'Bra', CreatedSignature: 'FAWA', CreatedName: 'F W',"
                + " CreatedRoleId: 'UTF', CreatedTime: '2026-10-03T11:00:00', SignedTime: '2026-10-03T12:00:00',"
                + " ExecutionId: " + execution + "}";
    }

    private Observations journal(String... known) throws SourceUnavailable {
        return lifecare.read("documentations", Optional.empty(), List.of(known));
    }

    private void notes(int execution, String notes) {
        Map<String, String> query = Map.of("q", "ExecutionId='" + execution + "'", "offset", "0");
        lifecare.body(DOCUMENTATIONS, query, Samples.json(notes).toString());
    }

    @Test
    void theJournalIsAskedForExecutionByExecution() throws SourceUnavailable {
        notes(11, "[" + note("D-1", 11) + "]");
        notes(13, "[" + note("D-2", 13) + "]");
        notes(14, "[" + note("D-3", 14) + "]");

        Observations read = journal("11", "13");

        assertThat(brief(read)).containsExactly("Read documentations/D-1", "Read documentations/D-2");
        assertThat(read.coverage()).isEqualTo(new Coverage.Complete(Set.of("documentations")));
        assertThat(lifecare.feed("documentations").slow()).isTrue();
    }

    @Test
    void thePatientJournalIsNeverAskedFor() throws SourceUnavailable {
        notes(12, "[" + note("D-9", 12) + "]");

        Observations read = journal("11", "12");

        assertThat(read.items()).isEmpty();
        assertThat(lifecare.requests(DOCUMENTATIONS))
                .noneMatch(request -> request.getUrl().contains("%2712%27"));
    }

    @Test
    void whileNoExecutionIsKnownNothingIsAskedFor() throws SourceUnavailable {
        assertThat(journal()).isEqualTo(new Observations(List.of(), new Coverage.Complete(Set.of("documentations"))));
        assertThat(lifecare.requests(EXECUTIONS)).isEmpty();
    }

    @Test
    void executionsThatVanishOrCannotBeReadSayNothingAboutTheirNotes() throws SourceUnavailable {
        lifecare.body(EXECUTIONS, Map.of("offset", "0"), "[]");
        assertThat(journal("11").coverage()).isEqualTo(PARTIAL);

        lifecare.body(EXECUTIONS, Map.of("offset", "0"), "<html>");
        assertThat(journal("11").coverage()).isEqualTo(PARTIAL);
    }

    @Test
    void aPageOfOneExecutionThatCannotBeReadMakesTheJournalPartial() throws SourceUnavailable {
        lifecare.body(DOCUMENTATIONS, Map.of("q", "ExecutionId='11'"), "<html>");
        notes(13, "[" + note("D-2", 13) + "]");

        Observations read = journal("11", "13");

        assertThat(brief(read)).contains("Unreadable documentations/page-0", "Read documentations/D-2");
        assertThat(read.coverage()).isEqualTo(PARTIAL);
    }

    @Test
    void criticalInformationIsANotePerDocumentationWithTheLawOfItsExecution() throws SourceUnavailable {
        lifecare.page(
                CRITICAL,
                0,
                "[{PersonId: '189002029800', Infections: [" + note("D-1", 12) + "], Warnings: [" + note("D-2", 11)
                        + ", " + note("D-3", 99) + "], Severity: 3}]");

        Observations read = lifecare.read("client_critical_informations");

        assertThat(brief(read))
                .containsExactly(
                        "Read client_critical_informations/D-1",
                        "Read client_critical_informations/D-2",
                        "Read client_critical_informations/D-3");
        assertThat(read.items())
                .extracting(item -> ((JournalNote) ((Read) item).facts().get(0).content()).law())
                .containsExactly(Law.HSL, Law.SOL, Law.UNKNOWN);
        assertThat(((Read) read.items().get(0)).unused()).contains("Severity");
        assertThat(read.coverage()).isEqualTo(new Coverage.Complete(Set.of("client_critical_informations")));
    }

    @Test
    void criticalInformationWhoseLawCannotBeReadStaysAsItWasKnown() throws SourceUnavailable {
        lifecare.page(
                CRITICAL,
                0,
                "[{PersonId: '189002029800', Warnings: [" + note("D-1", 11) + ", " + note("D-2", 13) + "]}]");
        lifecare.body(EXECUTIONS, Map.of("offset", "2"), "<html>");

        Observations read = lifecare.read("client_critical_informations");

        assertThat(brief(read)).containsExactly("Read client_critical_informations/D-1");
        assertThat(read.coverage()).isEqualTo(PARTIAL);
    }

    @Test
    void aCriticalRecordOfAnotherShapeIsHeldWhole() throws SourceUnavailable {
        lifecare.page(CRITICAL, 0, "[{PersonId: '189002029800', Warnings: 'nötter'}]");

        Observations read = lifecare.read("client_critical_informations");

        assertThat(brief(read))
                .hasSize(1)
                .allMatch(i -> i.startsWith("Unreadable client_critical_informations/without-id"));
        assertThat(read.coverage()).isEqualTo(PARTIAL);
    }

    @Test
    void nobodyWithCriticalInformationIsAWholeReading() throws SourceUnavailable {
        assertThat(lifecare.read("client_critical_informations"))
                .isEqualTo(new Observations(List.of(), new Coverage.Complete(Set.of("client_critical_informations"))));
    }

    @Test
    void aNoteThatTheListLacksIsLookedUpByItsId() throws SourceUnavailable {
        lifecare.body(
                DOCUMENTATIONS + "/D-1", Map.of(), Samples.json(note("D-1", 11)).toString());
        lifecare.body(DOCUMENTATIONS + "/D-2", Map.of(), "{\"Id\": \"D-2\", \"Status\": \"Deleted\"}");

        assertThat(lifecare.feed("documentations").stillThere("documentations", Set.of("D-1", "D-2", "D-3")))
                .containsExactly("D-1");
    }

    @Test
    void aLookUpThatIsNoRecordTellsNothing() {
        lifecare.body(DOCUMENTATIONS + "/D-1", Map.of(), "<html>Logga in</html>");

        assertThatThrownBy(() -> lifecare.feed("documentations").stillThere("documentations", Set.of("D-1")))
                .isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void aClientIsNeverLookedUpBecauseItsNumberWouldStandInTheUrl() throws SourceUnavailable {
        assertThat(lifecare.feed("clients").stillThere("clients", Set.of("1"))).isEmpty();
    }
}
