package se.omsorgsbron.caremanagement.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.omsorgsbron.caremanagement.StubCareManagement.ERRANDS;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.Samples;

/** What the feeds make of answers that are wrong. */
class BrokenAnswersTest extends FeedBench {
    @Test
    void anErrandWithoutATypeAndOneWithoutAnIdAreHeldAndNothingEnds() throws SourceUnavailable {
        stub.errands(0, "[{id: 'e1'}, {typeSlug: 'home-care'}]", 1, 2);

        Observations read = read("errands");

        assertThat(brief(read).get(0)).isEqualTo("Unreadable errands/e1");
        assertThat(brief(read).get(1)).startsWith("Unreadable errands/without-id-");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aBrokenPageIsHeldThePagesAroundItAreReadAndNothingEnds() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + "]", 3, 3);
        stub.errands(2, "[" + errand("e3") + "]", 3, 3);
        stub.server()
                .stubFor(get(urlPathEqualTo(ERRANDS))
                        .withQueryParam("page", equalTo("1"))
                        .atPriority(1)
                        .willReturn(aResponse().withBody("<html>Driftstopp</html>")));
        stakeholders("e1", PERSON.formatted("s1", "A"));
        stakeholders("e3", PERSON.formatted("s3", "A"));

        Observations read = read("errands");

        assertThat(brief(read)).contains("Unreadable errands/page-1", "Read errands/e1", "Read errands/e3");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aServerThatGivesTheSamePageForEverEndsTheReading() throws SourceUnavailable {
        for (int page = 0; page < 4; page++) {
            stub.errands(page, "[" + errand("e1") + "]", 100, 100);
        }
        stakeholders("e1", PERSON.formatted("s1", "A"));

        assertThat(read("errands").coverage()).isEqualTo(new Coverage.Partial());
        assertThat(stub.requests("GET", ERRANDS)).hasSize(3);
    }

    @Test
    void fewerErrandsThanThereAreSaidToBeEndNothing() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + "]", 1, 2);
        stakeholders("e1", PERSON.formatted("s1", "A"));

        assertThat(read("errands").coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aListThatBreaksOffIsHeldAndTheOthersAreRead() throws SourceUnavailable {
        stub.errands(0, "[" + errand("e1") + "]", 1, 1);
        stakeholders("e1", PERSON.formatted("s1", "A"));
        stub.answer("/e1/journal-entries", aResponse().withBody("[{\"id\": \"j1\", \"hea"));
        stub.list("/e1/documents", "[]");
        stub.list("/e1/notes", "[{id: 'n1', body: 'B', created: '2026-11-24T20:15:00Z'}]");

        Observations read = read("journal");

        assertThat(brief(read)).containsExactly("Unreadable journal-entries/page-e1", "Read notes/n1");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aFailureMeansThatNothingWasRead() {
        stub.errands(0, "[" + errand("e1") + "]", 1, 1);
        stub.answer("/e1/stakeholders", aResponse().withStatus(500));
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(() -> read("errands"))
                .withMessage("errands: CareManagement answered with status 500")
                .withNoCause();

        stub.answer("", aResponse().withStatus(404));
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(() -> read("errands"))
                .withMessageContaining("no such municipality or namespace");
    }

    @Test
    void anErrandThatTheListLackedIsStillThereIfItIsFoundAsHomeCare() throws SourceUnavailable {
        stub.answer("/e1", aResponse().withBody(Samples.json(errand("e1")).toString()));
        stub.answer("/e2", aResponse().withBody("{\"id\": \"e2\", \"typeSlug\": \"moved\"}"));

        assertThat(stub.feed("errands").stillThere("errands", Set.of("e1", "e2", "e3")))
                .containsExactly("e1");
        stub.answer("/e3", aResponse().withBody("<html>"));
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(() -> stub.feed("errands").stillThere("errands", Set.of("e3")));
    }
}
