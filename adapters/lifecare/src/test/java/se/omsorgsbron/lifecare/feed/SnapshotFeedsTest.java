package se.omsorgsbron.lifecare.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.feed.StubLifecare.brief;

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

/** {@link SnapshotFeed} and {@link HeadlinesFeed}. */
class SnapshotFeedsTest {
    private static final String PLANS = "/api/v1/service_plans";
    private static final String HEADLINES = "/api/v1/provider_headlines";
    private static final String PLAN =
            "{Id: %d, ProviderUnitId: 1, PersonId: '189002029800', EstablishedDate: '2026-03-11', ClientParticipation: true,"
                    + " FollowUpDate: '2026-09-11'}";

    private final StubLifecare lifecare = new StubLifecare();

    @AfterEach
    void stop() {
        lifecare.close();
    }

    @Test
    void allPlansAreReadEveryTimeWhateverTheWatermark() throws SourceUnavailable {
        lifecare.page(PLANS, 0, "[" + PLAN.formatted(1) + ", " + PLAN.formatted(2) + "]");

        Observations read = lifecare.read("service_plans", Optional.of(Instant.EPOCH), List.of());

        assertThat(brief(read)).containsExactly("Read service_plans/1", "Read service_plans/2");
        assertThat(read.coverage()).isEqualTo(new Coverage.Complete(Set.of("service_plans")));
        assertThat(lifecare.requests(PLANS))
                .noneMatch(request -> request.getUrl().contains("gt="));
    }

    @Test
    void truncatedJsonOfPlansIsHeldAndEndsNobodysPlan() throws SourceUnavailable {
        lifecare.body(PLANS, Map.of("offset", "0"), "[{\"Id\": 1, \"Pers");

        Observations read = lifecare.read("service_plans");

        assertThat(brief(read)).containsExactly("Unreadable service_plans/page-0");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aHeadlineOfTheTableThatLifecareDoesNotHaveIsHeld() throws SourceUnavailable {
        lifecare.page(HEADLINES, 0, "[{Id: 100501, Name: 'Dagbok', IsActive: false}, {Id: 999, Name: 'Annat'}]");

        Observations read = lifecare.read("provider_headlines");

        assertThat(brief(read))
                .as("one that is no longer active is fine: older notes stand under it")
                .containsExactly("Read provider_headlines/100501", "Unreadable provider_headlines/100502");
        assertThat(((Unreadable) read.items().get(1)).problems())
                .extracting(p -> p.reason())
                .containsExactly(Reason.UNKNOWN_CODE);
        assertThat(read.coverage()).isEqualTo(new Coverage.Complete(Set.of("provider_headlines")));
    }

    @Test
    void ofHeadlinesThatCouldNotBeReadNoneIsSaidToBeMissing() throws SourceUnavailable {
        lifecare.body(HEADLINES, Map.of("offset", "0"), "<html>");

        Observations read = lifecare.read("provider_headlines");

        assertThat(brief(read)).containsExactly("Unreadable provider_headlines/page-0");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }
}
