package se.omsorgsbron.caremanagement.journal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.StubCareManagement.created;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.caremanagement.Records;
import se.omsorgsbron.caremanagement.Samples;

/** What is written in the journal, once. */
class WrittenOnceTest extends JournalBench {
    @Test
    void aNoteIsWrittenOnceInThePersonsErrand() throws RecipientUnavailable {
        assertThat(deliver(false))
                .isEqualTo(new Outcome.Stored("j1", Optional.of("caremanagement/journal-entries/j1")));

        assertThat(stub.posts("/e1/journal-entries")).hasSize(1);
        assertThat(Samples.json(stub.posts("/e1/journal-entries").get(0).getBodyAsString()))
                .as("åäö and emoji unharmed")
                .isEqualTo(entry.body());
        assertThat(entry.body().path("text").asText()).contains("Sov gott 😀 åäö");
    }

    @Test
    void whatStandsThereIsNeverWrittenTwice() throws RecipientUnavailable {
        Parcel parcel = new Parcel(Records.PERSON, List.of(new Parcel.Write(note, Optional.of("j1"), false)), Map.of());

        assertThat(journal.deliver(parcel).outcomes().get(note.key()))
                .isEqualTo(new Outcome.Stored("j1", Optional.empty()));
        assertThat(stub.posts("/e1/journal-entries")).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldInWordsThatQuoteNothing() throws RecipientUnavailable {
        stub.takes(
                "/e1/journal-entries",
                aResponse()
                        .withStatus(400)
                        .withBody("{\"violations\": [{\"field\": \"type\", \"message\": \"Tillsyn\"}]}"));
        Outcome refused = deliver(false);
        assertThat(refused(refused)).isEqualTo(Reason.REFUSED_BY_RECIPIENT);
        assertThat(refused.toString()).contains("status 400 for type").doesNotContain("Tillsyn");

        stub.takes("/e1/journal-entries", aResponse().withStatus(409));
        assertThat(deliver(false).toString()).contains("corrected by a new entry");
    }

    @Test
    void theOfficerIsNotifiedOnce() throws RecipientUnavailable {
        Item notification = items.get(1);
        stub.takes("/e1/notifications", created("/notifications/n1"));
        stub.list("/e1/notifications", "[]");
        assertThat(deliver(journal, notification, true)).isInstanceOf(Outcome.Stored.class);
        String posted = stub.posts("/e1/notifications").get(0).getBodyAsString();
        assertThat(Samples.json(posted).path("ownerId").asText()).isEqualTo("jane02doe");

        stub.answer(
                "/e1/notifications", aResponse().withBody("[" + posted.replaceFirst("\\{", "{\"id\":\"n1\",") + "]"));
        assertThat(deliver(journal, notification, true))
                .isEqualTo(new Outcome.Stored("n1", Optional.of("caremanagement/notifications/n1")));
        assertThat(stub.posts("/e1/notifications")).hasSize(1);
    }

    @Test
    void whereNobodyIsAssignedSomebodyHasToBe() throws RecipientUnavailable {
        found(ERRAND.formatted("e1", "ONGOING", "2026-03-01T08:00:00Z").replace("'jane02doe'", "null"));

        assertThat(refused(deliver(journal, items.get(1), false))).isEqualTo(Reason.MISSING_FIELD);
    }
}
