package se.omsorgsbron.caremanagement.journal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.omsorgsbron.caremanagement.StubCareManagement.created;

import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.caremanagement.Records;
import se.omsorgsbron.caremanagement.Samples;
import se.omsorgsbron.caremanagement.StubCareManagement;

/** In whose errand, and in which of them. */
class ErrandChoiceTest extends JournalBench {
    @Test
    void theErrandThatIsCarriedOutIsWrittenInBeforeOneThatIsOpenAndNeverAClosedOne() throws RecipientUnavailable {
        for (String id : List.of("e0", "e2", "e3")) {
            stub.list("/" + id + "/stakeholders", PERSON);
        }
        found(
                ERRAND.formatted("e0", "ONGOING", "2026-01-01T08:00:00Z"),
                ERRAND.formatted("e1", "ONGOING", "2026-03-01T08:00:00Z"),
                ERRAND.formatted("e2", "NEW", "2026-04-01T08:00:00Z"),
                ERRAND.formatted("e3", "DONE", "2026-05-01T08:00:00Z"));
        assertThat(deliver(false)).isInstanceOf(Outcome.Stored.class);

        found(ERRAND.formatted("e3", "DONE", "2026-05-01T08:00:00Z"));
        assertThat(refused(deliver(false))).isEqualTo(Reason.UNKNOWN_PERSON);
    }

    @Test
    void anotherPersonsErrandIsNeverWrittenInWhateverTheSearchGives() throws RecipientUnavailable {
        stub.list("/e1/stakeholders", PERSON.replace(Samples.PARTY, "somebody-else"));

        assertThat(refused(deliver(false))).isEqualTo(Reason.UNKNOWN_PERSON);
    }

    @Test
    void whereTheSearchIsRefusedEveryErrandIsLookedAt() throws RecipientUnavailable {
        stub.search(aResponse().withStatus(400));
        stub.errands(0, "[" + ERRAND.formatted("e1", "ONGOING", "2026-03-01T08:00:00Z") + "]", 1, 1);

        assertThat(deliver(false)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void whereThatIsConfiguredAnErrandIsOpened() throws RecipientUnavailable {
        found();
        stub.takes("", created("/errands/e9"));
        stub.takes("/e9/stakeholders", created("/stakeholders/s9"));
        stub.takes("/e9/journal-entries", created("/journal-entries/j9"));
        Recipient opening = stub.system(Optional.of(StubCareManagement.OPENING)).journal("journal");

        assertThat(deliver(opening, note, false))
                .isEqualTo(new Outcome.Stored("j9", Optional.of("caremanagement/journal-entries/j9")));
        assertThat(stub.posts("").get(0).getBodyAsString()).doesNotContain(Samples.NUMBER);
        assertThat(stub.posts("/e9/stakeholders").get(0).getBodyAsString()).contains(Samples.PARTY);
    }

    @Test
    void anErrandWhoseOpeningWasInterruptedIsCompletedAndNotOpenedTwice() throws RecipientUnavailable {
        found(ERRAND.formatted("e9", "NEW", "2026-03-01T08:00:00Z")
                .replace("{", "{description: '[omsorgsbron " + Records.PERSON + "]', "));
        stub.list("/e9/stakeholders", "[]");
        stub.takes("/e9/stakeholders", created("/stakeholders/s9"));
        stub.takes("/e9/journal-entries", created("/journal-entries/j9"));
        Recipient opening = stub.system(Optional.of(StubCareManagement.OPENING)).journal("journal");

        assertThat(deliver(opening, note, false)).isInstanceOf(Outcome.Stored.class);
        assertThat(stub.posts("")).isEmpty();
    }

    @Test
    void aLostAnswerWhileAnErrandIsOpenedLeavesTheNoteUnsent() {
        found();
        stub.takes("", aResponse().withFault(Fault.EMPTY_RESPONSE));
        Recipient opening = stub.system(Optional.of(StubCareManagement.OPENING)).journal("journal");

        RecipientUnavailable failed =
                catchThrowableOfType(RecipientUnavailable.class, () -> deliver(opening, note, false));

        assertThat(failed.sent()).isFalse();
    }
}
