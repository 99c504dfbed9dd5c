package se.omsorgsbron.caremanagement.journal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.caremanagement.StubCareManagement.created;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.caremanagement.Records;
import se.omsorgsbron.caremanagement.Samples;
import se.omsorgsbron.caremanagement.StubCareManagement;
import se.omsorgsbron.caremanagement.mapper.Entry;

/** A journal whose one note is a risk, an errand to write it in, and answers over real HTTP. */
abstract class JournalBench {
    static final String ERRAND =
            "{id: '%s', typeSlug: 'home-care', status: '%s', created: '%s', assignedUserId: 'jane02doe'}";
    static final String PERSON =
            "[{id: 's1', externalId: '" + Samples.PARTY + "', externalIdType: 'PRIVATE', role: 'APPLICANT'}]";

    final StubCareManagement stub = new StubCareManagement();
    final Recipient journal = stub.system().journal("journal");
    final List<Item> items =
            journal.project(new Records().with(Records.note("1", NoteKind.RISK)).person(), Set.of());
    final Item note = items.get(0);
    final Entry entry = Entry.of(note);

    @BeforeEach
    void anErrand() {
        found(ERRAND.formatted("e1", "ONGOING", "2026-03-01T08:00:00Z"));
        stub.list("/e1/stakeholders", PERSON);
        stub.list("/e1/journal-entries", "[]");
        stub.takes("/e1/journal-entries", created("/2281/HOME_CARE/errands/e1/journal-entries/j1"));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    void found(String... errands) {
        String body = "{errands: [" + String.join(", ", errands) + "], _meta: {totalPages: 1, totalRecords: "
                + errands.length + "}}";
        stub.search(aResponse().withBody(Samples.json(body).toString()));
    }

    Outcome deliver(Recipient to, Item item, boolean uncertain) throws RecipientUnavailable {
        Parcel parcel =
                new Parcel(Records.PERSON, List.of(new Parcel.Write(item, Optional.empty(), uncertain)), Map.of());
        return to.deliver(parcel).outcomes().get(item.key());
    }

    Outcome deliver(boolean uncertain) throws RecipientUnavailable {
        return deliver(journal, note, uncertain);
    }

    static Reason refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problem().reason();
    }

    String standing(String text, String author) {
        return "[{\"id\": \"j7\", \"createdBy\": \"" + author + "\", \"text\": \"" + text.replace("\n", "\\n") + "\"}]";
    }
}
