package se.omsorgsbron.caremanagement.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.caremanagement.Samples;
import se.omsorgsbron.caremanagement.StubCareManagement;

/** Feeds that read what a stub answers. */
abstract class FeedBench {
    static final String ERRAND = "{id: '%s', typeSlug: '%s', status: '%s', created: '2026-03-01T08:00:00Z'}";
    static final String PERSON = "{id: '%s', externalId: '" + Samples.PARTY
            + "', externalIdType: 'PRIVATE', role: 'APPLICANT', lastName: '%s'}";
    static final Coverage ALL_ERRANDS = new Coverage.Complete(Set.of("errands", "stakeholders", "parties", "staff"));

    final StubCareManagement stub = new StubCareManagement();

    @AfterEach
    void stop() {
        stub.close();
    }

    static String errand(String id) {
        return ERRAND.formatted(id, "home-care", "ONGOING");
    }

    Observations read(String feed) throws SourceUnavailable {
        return stub.feed(feed).read(Optional.empty(), resource -> List.of());
    }

    static List<String> brief(Observations observations) {
        return observations.items().stream()
                .map(o -> o.getClass().getSimpleName() + " " + o.source().resource() + "/"
                        + o.source().id())
                .toList();
    }

    void stakeholders(String errand, String... stakeholders) {
        stub.list("/" + errand + "/stakeholders", "[" + String.join(", ", stakeholders) + "]");
    }

    void empty(String errand, String... lists) {
        for (String list : lists) {
            stub.list("/" + errand + "/" + list, "[]");
        }
    }
}
