package se.omsorgsbron.lifecare.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.omsorgsbron.lifecare.feed.StubLifecare.NEXT;
import static se.omsorgsbron.lifecare.feed.StubLifecare.brief;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Observation.Unreadable;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.mapper.LifecareKeys;

class DeltaFeedTest {
    private static final String CLIENTS = "/api/v1/clients";
    private static final Coverage BASELINE = new Coverage.Baseline(Set.of("clients"), NEXT);

    private final StubLifecare lifecare = new StubLifecare();

    @AfterEach
    void stop() {
        lifecare.close();
    }

    @Test
    void theFirstReadingIsTheBaseAndItsWatermarkIsTheSourcesTimeLessTheOverlap() throws SourceUnavailable {
        lifecare.page(CLIENTS, 0, "[{Id: 1, PersonId: '189002029800'}, {Id: 2, PersonId: '189602029812'}]");
        lifecare.page(CLIENTS, 2, "[{Id: 3, PersonId: '98240301AA06'}]");

        Observations read = lifecare.read("clients");

        assertThat(brief(read)).containsExactly("Read clients/1", "Read clients/2", "Read clients/3");
        assertThat(read.coverage()).isEqualTo(BASELINE);
        assertThat(lifecare.requests(CLIENTS))
                .noneMatch(request -> request.getUrl().contains("gt="));
    }

    @Test
    void laterOnlyChangesAreAskedForInUtcAndTheyShowWhatWasDeleted() throws SourceUnavailable {
        Instant watermark = Instant.parse("2026-11-24T08:00:00.789Z");
        lifecare.body(
                CLIENTS,
                Map.of("gt", "2026-11-24T08:00:00Z", "offset", "0"),
                "[{\"Id\": 4, \"PersonId\": \"189002029800\"}, {\"Id\": 5, \"Deleted\": true}]");

        Observations read = lifecare.read("clients", Optional.of(watermark), List.of());

        assertThat(brief(read)).containsExactly("Read clients/4", "Gone clients/5");
        assertThat(read.coverage()).isEqualTo(new Coverage.Changes(NEXT));
    }

    @Test
    void noChangesAtAllMoveTheWatermark() throws SourceUnavailable {
        Observations read = lifecare.read("clients", Optional.of(Instant.EPOCH), List.of());

        assertThat(read).isEqualTo(new Observations(List.of(), new Coverage.Changes(NEXT)));
    }

    @Test
    void aRecordThatCannotBeReadIsHeldWithItsOriginalAndTheRestGoesOn() throws SourceUnavailable {
        lifecare.page(CLIENTS, 0, "[{Id: 1, PersonId: '189002029801'}, {Id: 2, PersonId: '189602029812'}]");

        Observations read = lifecare.read("clients");

        assertThat(brief(read)).containsExactly("Unreadable clients/1", "Read clients/2");
        Unreadable held = (Unreadable) read.items().get(0);
        assertThat(held.original()).isEqualTo("{\"Id\":1,\"PersonId\":\"189002029801\"}");
        assertThat(held.subject()).contains(LifecareKeys.personNumber("189002029801"));
        assertThat(held.problems()).extracting(p -> p.reason()).containsExactly(Reason.INVALID_IDENTITY_NUMBER);
        assertThat(read.coverage()).as("it is known which record it is").isEqualTo(BASELINE);
    }

    @Test
    void aPageThatIsNoJsonIsHeldAndNeitherWatermarkNorAbsenceCounts() throws SourceUnavailable {
        lifecare.page(CLIENTS, 0, "[{Id: 1, PersonId: '189002029800'}, {Id: 2, PersonId: '189602029812'}]");
        lifecare.body(CLIENTS, Map.of("offset", "2"), "<html>Underhåll pågår</html>");
        lifecare.page(CLIENTS, 4, "[{Id: 5, PersonId: '98240301AA06'}]");

        Observations first = lifecare.read("clients");
        Observations later = lifecare.read("clients", Optional.of(Instant.EPOCH), List.of());

        assertThat(brief(first))
                .containsExactly("Read clients/1", "Read clients/2", "Unreadable clients/page-2", "Read clients/5");
        Unreadable held = (Unreadable) first.items().get(2);
        assertThat(held.original()).isEqualTo("<html>Underhåll pågår</html>");
        assertThat(held.problems()).extracting(p -> p.reason()).containsExactly(Reason.NOT_JSON);
        assertThat(first.coverage()).isEqualTo(new Coverage.Partial());
        assertThat(later.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aRecordOfWhichItCannotBeSaidWhichOneItIsMakesTheReadingPartial() throws SourceUnavailable {
        lifecare.page(CLIENTS, 0, "[{PersonId: '189002029800'}, 7]");

        Observations read = lifecare.read("clients");

        assertThat(brief(read)).hasSize(2).allMatch(item -> item.startsWith("Unreadable clients/without-id-"));
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
        assertThat(brief(lifecare.read("clients")))
                .as("the same name every time")
                .isEqualTo(brief(read));
    }

    @Test
    void aRecordThatStandsOnTwoPagesIsOneAndTheLastWordCounts() throws SourceUnavailable {
        lifecare.page(CLIENTS, 0, "[{Id: 1, PersonId: '189002029800'}, {Id: 2, PersonId: 'x'}]");
        lifecare.page(CLIENTS, 2, "[{Id: 2, PersonId: '189602029812'}, {Id: 3, PersonId: '98240301AA06'}]");

        Observations read = lifecare.read("clients");

        assertThat(brief(read)).containsExactly("Read clients/1", "Read clients/2", "Read clients/3");
        assertThat(read.coverage()).isEqualTo(BASELINE);
    }

    @Test
    void withoutTheSourcesTimeThereIsNoWatermark() throws SourceUnavailable {
        lifecare.answer(CLIENTS, Map.of(), WireMock.aResponse().withStatus(404));

        assertThat(lifecare.read("clients").coverage()).isEqualTo(new Coverage.Complete(Set.of("clients")));
        assertThat(lifecare.read("clients", Optional.of(Instant.EPOCH), List.of())
                        .coverage())
                .isEqualTo(new Coverage.Partial());
    }

    @Test
    void aPageThatIsNotAnsweredMeansThatNothingWasRead() {
        lifecare.page(CLIENTS, 0, "[{Id: 1, PersonId: '189002029800'}, {Id: 2, PersonId: '189602029812'}]");
        lifecare.answer(CLIENTS, Map.of("offset", "2"), WireMock.aResponse().withStatus(500));

        assertThatThrownBy(() -> lifecare.read("clients"))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessage("clients: Lifecare answered with status 500");
    }

    @Test
    void everyListWithChangesIsReadTheSameWay() throws SourceUnavailable {
        String person = "PersonId: '189002029800'";
        Map<String, String> records = Map.of(
                "clients", "{Id: 1, " + person + "}",
                "provider_units", "{Id: 1, Name: 'Boo'}",
                "sol_decisions", "{Id: 1, " + person + "}",
                "executions", "{Id: 1, " + person + "}",
                "relatives", "{Id: 1, " + person + "}",
                "contacts", "{Id: 1, Relation: 'God man', " + person + "}",
                "provider_contact_personnels", "{Id: 1, ClientPersonId: '1', PersonnelPersonId: '2'}",
                "reported_visits",
                        "{Id: 1, ClientPersonId: '1', PersonnelPersonId: '2', StartTime: '2026-11-16T08:00:00',"
                                + " Status: 'Started', ExternalId: '1', PersonnelUserId: '1', ExecutionId: 1,"
                                + " IsDoubleManning: false, StartQuittanceType: 'None', EndQuittanceType: 'None',"
                                + " ReportingSystem: 'T'}");
        for (Map.Entry<String, String> list : records.entrySet()) {
            lifecare.page("/api/v1/" + list.getKey(), 0, "[" + list.getValue() + "]");

            Observations read = lifecare.read(list.getKey());

            assertThat(brief(read)).containsExactly("Read " + list.getKey() + "/1");
            assertThat(read.coverage()).isEqualTo(new Coverage.Baseline(Set.of(list.getKey()), NEXT));
        }
    }
}
