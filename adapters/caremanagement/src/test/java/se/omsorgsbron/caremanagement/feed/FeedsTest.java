package se.omsorgsbron.caremanagement.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.StubCareManagement.ERRANDS;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observation.Read;
import se.omsorgsbron.api.source.Observation.Unreadable;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.Samples;

/** {@link ErrandsFeed} and {@link JournalFeed}. */
class FeedsTest extends FeedBench {
    @Test
    void errandsAreReadToTheLastPageWithTheirStakeholders() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + ", " + errand("e2") + "]", 2, 3);
        stub.errands(1, "[" + errand("e3") + "]", 2, 3);
        stakeholders("e1", PERSON.formatted("s1", "A"), "{id: 's9', role: 'RELATIVE', lastName: 'B'}");
        stakeholders("e2", PERSON.formatted("s2", "A"));
        stakeholders("e3", PERSON.formatted("s3", "Ny"));

        Observations read = read("errands");

        assertThat(brief(read))
                .containsExactly(
                        "Read errands/e1",
                        "Read stakeholders/s1",
                        "Read stakeholders/s9",
                        "Read errands/e2",
                        "Read stakeholders/s2",
                        "Read errands/e3",
                        "Read stakeholders/s3");
        assertThat(read.coverage()).isEqualTo(ALL_ERRANDS);
        assertThat(stub.requests("GET", ERRANDS)).hasSize(2);
    }

    @Test
    void aPersonInSeveralErrandsIsToldOfOnceByTheLatest() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + ", " + errand("e2") + "]", 1, 2);
        stakeholders("e1", PERSON.formatted("s1", "Gammal"));
        stakeholders("e2", PERSON.formatted("s2", "Ny"));

        List<Fact> persons = read("errands").items().stream()
                .filter(Read.class::isInstance)
                .flatMap(o -> ((Read) o).facts().stream())
                .filter(fact -> fact.content() instanceof Person)
                .toList();

        assertThat(persons).hasSize(1);
        assertThat(((Person) persons.get(0).content()).name().family()).isEqualTo("Ny");
    }

    @Test
    void anErrandThatIsNotHomeCareIsNeverOpenedAndAClosedOneGivesNoContacts() throws SourceUnavailable {
        stub.errands(
                0,
                "[" + ERRAND.formatted("e1", "financial-assistance-new", "ONGOING") + ", "
                        + ERRAND.formatted("e2", "home-care", "DONE") + "]",
                1,
                2);
        stakeholders(
                "e2", PERSON.formatted("s2", "A"), "{id: 's3', role: 'CONTACT_1', externalId: 'u', lastName: 'B'}");

        Observations read = read("errands");

        assertThat(stub.requests("GET", ERRANDS + "/e1/stakeholders")).isEmpty();
        assertThat(brief(read)).containsExactly("Read errands/e2", "Read stakeholders/s2", "Read stakeholders/s3");
        assertThat(((Read) read.items().get(0)).facts()).isEmpty();
        assertThat(((Read) read.items().get(2)).facts()).isEmpty();
    }

    @Test
    void everythingOfAnErrandWhosePersonIsUnknownIsHeldWithItsOriginal() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + "]", 1, 1);
        stakeholders("e1", PERSON.formatted("s1", "A").replace(Samples.PARTY, "p-nobody-knows"));
        stub.list("/e1/journal-entries", "[{id: 'j1', text: 'x'}]");
        empty("e1", "documents", "notes");

        assertThat(brief(read("errands")))
                .as("what was known of the person behind it stays")
                .containsExactly(
                        "Unreadable errands/e1",
                        "Unreadable stakeholders/s1",
                        "Unlisted staff/p-nobody-knows",
                        "Unlisted parties/p-nobody-knows");
        Observation entry = read("journal").items().get(0);
        assertThat(((Unreadable) entry).problems().get(0).reason()).isEqualTo(Reason.UNKNOWN_PERSON);
        assertThat(((Unreadable) entry).original()).isEqualTo("{\"id\":\"j1\",\"text\":\"x\"}");
    }

    @Test
    void theJournalIsReadErrandByErrand() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + "]", 1, 1);
        stakeholders("e1", PERSON.formatted("s1", "A"));
        stub.list(
                "/e1/journal-entries",
                "[{id: 'j1', type: 'Risk', heading: 'H', status: 'WORKING', entryDateTime: '2026-11-24T20:15:00Z'}, 7]");
        stub.list("/e1/notes", "[{id: 'n1', body: 'B', created: '2026-11-24T20:15:00Z'}]");
        stub.list("/e1/documents", "[{id: 'd1', type: 'Brev', status: 'LOCKED'}]");

        Observations read = read("journal");

        assertThat(brief(read)).hasSize(4).contains("Read journal-entries/j1", "Read notes/n1", "Read documents/d1");
        assertThat(read.coverage()).as("one record was none").isEqualTo(new Coverage.Partial());
        assertThat(stub.feed("journal").slow()).isTrue();
    }
}
