package se.omsorgsbron.caremanagement.journal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.caremanagement.Records;
import se.omsorgsbron.caremanagement.Samples;

/** What is certain and what is not after an answer that never came. */
class LostAnswerTest extends JournalBench {
    @Test
    void afterALostAnswerAnEntryWithTheMarkerIsFoundAndNotWrittenAgain() throws RecipientUnavailable {
        stub.answer(
                "/e1/journal-entries",
                aResponse().withBody(standing(entry.body().path("text").asText(), Samples.BRIDGE)));

        assertThat(deliver(true)).isEqualTo(new Outcome.Stored("j7", Optional.of("caremanagement/journal-entries/j7")));
        assertThat(stub.posts("/e1/journal-entries")).isEmpty();
    }

    @Test
    void afterALostAnswerTheSameWordsOfAPersonAreAnotherEntry() throws RecipientUnavailable {
        String text = entry.body().path("text").asText();
        for (String theirs : List.of(
                standing(text.substring(0, text.lastIndexOf('\n')), Samples.BRIDGE),
                standing(text, "jane02doe"),
                "[]")) {
            stub.answer("/e1/journal-entries", aResponse().withBody(theirs));
            assertThat(deliver(true))
                    .isEqualTo(new Outcome.Stored("j1", Optional.of("caremanagement/journal-entries/j1")));
        }
        assertThat(stub.posts("/e1/journal-entries")).hasSize(3);
    }

    @Test
    void afterALostAnswerClosedErrandsAreLookedInToo() throws RecipientUnavailable {
        found(
                ERRAND.formatted("e0", "DONE", "2026-01-01T08:00:00Z"),
                ERRAND.formatted("e1", "ONGOING", "2026-03-01T08:00:00Z"));
        stub.list("/e0/stakeholders", PERSON);
        stub.answer(
                "/e0/journal-entries",
                aResponse().withBody(standing(entry.body().path("text").asText(), Samples.BRIDGE)));

        assertThat(deliver(true)).isInstanceOf(Outcome.Stored.class);
        assertThat(stub.posts("/e1/journal-entries")).isEmpty();
    }

    @Test
    void whereItCannotLookAPersonDecides() throws RecipientUnavailable {
        found();
        assertThat(refused(deliver(true))).isEqualTo(Reason.UNCERTAIN);

        Recipient stranger = stub.system().journal("journal");
        Item other = journal.project(
                        new Records()
                                .numbered("189602029812")
                                .with(Records.note("1", NoteKind.RISK))
                                .person(),
                        Set.of())
                .get(0);
        assertThat(refused(deliver(stranger, other, true))).isEqualTo(Reason.UNCERTAIN);
        assertThat(refused(deliver(stranger, other, false))).isEqualTo(Reason.UNKNOWN_PERSON);
    }

    @Test
    void aFailureBeforeTheEntryIsPostedIsCertain() {
        for (String before : List.of("/e1/stakeholders", "/e1/journal-entries", "")) {
            stub.answer(before, aResponse().withStatus(500));
            if (before.isEmpty()) {
                stub.search(aResponse().withStatus(500));
            }
            RecipientUnavailable failed = catchThrowableOfType(RecipientUnavailable.class, () -> deliver(true));
            assertThat(failed.sent()).as(before).isFalse();
        }
        assertThat(stub.posts("/e1/journal-entries")).isEmpty();
    }

    @Test
    void whereWhoAsksIsNotTakenOrTheErrandIsGoneNothingWasSent() {
        for (int status : List.of(401, 403, 404, 429)) {
            stub.takes("/e1/journal-entries", aResponse().withStatus(status));
            RecipientUnavailable failed = catchThrowableOfType(RecipientUnavailable.class, () -> deliver(false));
            assertThat(failed.sent()).as("%s", status).isFalse();
        }
    }

    @Test
    void aLostAnswerToTheEntryItselfIsUncertain() {
        for (ResponseDefinitionBuilder lost : List.of(
                aResponse().withStatus(503),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFixedDelay(4_000),
                aResponse().withStatus(200).withBody("<html>"),
                aResponse().withStatus(201))) {
            stub.takes("/e1/journal-entries", lost);
            RecipientUnavailable failed = catchThrowableOfType(RecipientUnavailable.class, () -> deliver(false));
            assertThat(failed.sent()).isTrue();
        }
    }
}
