package se.omsorgsbron.lifecare.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.feed.StubLifecare.NEXT;
import static se.omsorgsbron.lifecare.feed.StubLifecare.NOW;
import static se.omsorgsbron.lifecare.feed.StubLifecare.brief;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.Samples;

class PersonnelFeedTest {
    private static final String ALL = "/api/v2/personnel";
    private static final String MODIFIED = "/api/v2/personnel/modified_personnel";
    private static final String SOMEBODY =
            "{Id: %d, PersonId: '188512121024', FirstName: 'F', LastName: 'W', Signature: 'S', Title: 'T'}";

    private final StubLifecare lifecare = new StubLifecare();

    @AfterEach
    void stop() {
        lifecare.close();
    }

    private Observations readSince(Duration ago) throws SourceUnavailable {
        return lifecare.read("personnel", Optional.of(NOW.minus(ago)), List.of());
    }

    @Test
    void everybodyIsReadFirstTheInactiveToo() throws SourceUnavailable {
        String page = Samples.json("[" + SOMEBODY.formatted(1) + "]").toString();
        lifecare.body(ALL, Map.of("offset", "0", "includeInactive", "true"), page);

        Observations read = lifecare.read("personnel");

        assertThat(brief(read)).containsExactly("Read personnel/1");
        assertThat(read.coverage()).isEqualTo(new Coverage.Baseline(Set.of("personnel"), NEXT));
    }

    @Test
    void laterWhoWasModifiedAndWhoWasDeletedIsRead() throws SourceUnavailable {
        String answer = "{ModifiedPersonnel: [" + SOMEBODY.formatted(1) + "], DeletedPersonnelIds: [7, 8]}";
        lifecare.body(
                MODIFIED,
                Map.of("modifiedAfter", "2026-11-24T08:30:00Z"),
                Samples.json(answer).toString());

        Observations read = readSince(Duration.ofHours(1));

        assertThat(brief(read)).containsExactly("Read personnel/1", "Gone personnel/7", "Gone personnel/8");
        assertThat(read.coverage()).isEqualTo(new Coverage.Changes(NEXT));
    }

    @Test
    void aWatermarkThatIsTooOldForTheContractMeansEverybodyAgain() throws SourceUnavailable {
        assertThat(readSince(Duration.ofDays(6)).coverage()).isInstanceOf(Coverage.Baseline.class);
        assertThat(readSince(Duration.ofDays(6).minusSeconds(1)).coverage()).isInstanceOf(Coverage.Changes.class);
        assertThat(lifecare.requests(MODIFIED)).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoJsonOrAnotherShapeIsHeldAndTheWatermarkStays() throws SourceUnavailable {
        for (String body : List.of("<html>", "[]", "{\"ModifiedPersonnel\": 5}")) {
            lifecare.body(MODIFIED, Map.of(), body);

            Observations read = readSince(Duration.ofHours(1));

            assertThat(brief(read)).containsExactly("Unreadable personnel/page-0");
            assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
        }
    }

    @Test
    void nobodyModifiedIsNoChange() throws SourceUnavailable {
        lifecare.body(MODIFIED, Map.of(), "{\"ModifiedPersonnel\": null, \"DeletedPersonnelIds\": []}");

        assertThat(readSince(Duration.ofHours(1))).isEqualTo(new Observations(List.of(), new Coverage.Changes(NEXT)));
    }
}
