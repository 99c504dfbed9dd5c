package se.omsorgsbron.lifecare;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.HsaIdKey;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.SubjectKind;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Receipt.Outcome;
import se.omsorgsbron.api.recipient.Recipient;
import se.omsorgsbron.api.recipient.RecipientUnavailable;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.api.record.PersonRecord.NoteEntry;
import se.omsorgsbron.lifecare.journal.JournalConfiguration;
import se.omsorgsbron.lifecare.mapper.JournalItems;
import se.omsorgsbron.lifecare.mapper.LifecareKeys;

class LifecareJournalTest {
    private static final String NOTES = "/host/api/v2/provider_notes";
    private static final Instant AT = Instant.parse("2026-11-25T01:14:00Z");

    @RegisterExtension
    static final WireMockExtension LIFECARE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Recipient journal = journal(Optional.of(77));

    @BeforeEach
    void clientsAndStaff() {
        LIFECARE.stubFor(get(urlPathEqualTo("/host/api/v1/clients"))
                .willReturn(aResponse().withBody("[{\"Id\":110001}]")));
        LIFECARE.stubFor(get(urlPathEqualTo("/host/api/v2/personnel"))
                .willReturn(aResponse().withStatus(404)));
        LIFECARE.stubFor(get(urlPathEqualTo("/host/api/v2/personnel"))
                .withQueryParam("offset", com.github.tomakehurst.wiremock.client.WireMock.equalTo("0"))
                .willReturn(aResponse().withBody("[{\"Id\":9,\"HsaId\":\"SE165565594230-1003\"},{\"Id\":10}]")));
        answer(aResponse().withBody("{\"id\":31}"));
    }

    @Test
    void aNoteIsWrittenInTheContractsWordsUnderTheIdsThatWereLookedUp() throws Exception {
        Outcome outcome = deliver(item(note("SE165565594230-1003")), false);

        assertThat(outcome).isEqualTo(new Outcome.Stored("1", Optional.of("lifecare/documentations/31")));
        JsonNode request = request();
        assertThat(request)
                .isEqualTo(
                        Samples.json(
                                "{occurrenceTimeUtc: '2026-11-25T01:14:00Z', text: 'Från nattpatrullen, Eva Öberg,"
                                        + " undersköterska, 2026-11-25 02:14:\\nFöll. 🌙', clientId: 110001, providerUnitId: 120001,"
                                        + " headlineId: 100502, createdPersonnelId: 9, createdPersonnelTitle: 'Nattpatrull', isSigned: false}"));
        Contract.find()
                .ifPresent(contract -> assertThat(names(request))
                        .containsAll(contract.required("ProviderNote.V2.CreateProviderJournalNoteRequest")));
    }

    @Test
    void anAuthorWhomLifecareDoesNotKnowIsNamedInTheTextUnderTheConfiguredPersonnel() throws Exception {
        deliver(item(note("SE165565594230-9999")), false);

        assertThat(request().path("createdPersonnelId").asInt()).isEqualTo(5);
        assertThat(request().path("text").asText()).contains("Eva Öberg, undersköterska");
    }

    @Test
    void whatWasFoundIsNotAskedForAgain() throws Exception {
        deliver(item(note("SE165565594230-1003")), false);
        deliver(item(note("SE165565594230-1003")), false);

        LIFECARE.verify(1, getRequestedFor(urlPathEqualTo("/host/api/v1/clients")));
    }

    @Test
    void whatMayStandThereIsNeverSentAgainByItself() throws Exception {
        Outcome outcome = deliver(item(note("")), true);

        assertThat(problem(outcome).reason().code()).isEqualTo("uncertain");
        LIFECARE.verify(0, postRequestedFor(urlPathEqualTo(NOTES)));
    }

    @Test
    void anAnswerThatDoesNotComeOrSaysNothingLeavesItUncertain() {
        for (ResponseDefinitionBuilder answer : List.of(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withStatus(500),
                aResponse().withStatus(503),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                aResponse().withBody("<html>Driftstopp</html>"),
                aResponse().withBody("{}"),
                aResponse().withBody("{\"id\":31}").withFixedDelay(3000))) {
            answer(answer);

            assertThat(unavailable().sent()).isTrue();
        }
    }

    @Test
    void whatCertainlyWasNotWrittenMayBeSentAgain() {
        for (int status : List.of(401, 403, 429)) {
            answer(aResponse().withStatus(status));

            assertThat(unavailable().sent()).isFalse();
        }
        LIFECARE.stubFor(get(urlPathEqualTo("/host/api/v1/clients"))
                .willReturn(aResponse().withStatus(503)));

        assertThat(unavailable().sent()).isFalse();
    }

    @Test
    void whatIsRefusedIsHeldWithTheStatusAndAPersonWhoIsNotThereWithThat() throws Exception {
        answer(aResponse().withStatus(400));
        assertThat(problem(deliver(item(note("")), false)).found()).isEqualTo("status 400");

        LIFECARE.stubFor(get(urlPathEqualTo("/host/api/v1/clients"))
                .willReturn(aResponse().withStatus(404)));
        assertThat(problem(deliver(item(note("")), false)).field()).isEqualTo("clientId");
    }

    @Test
    void aKindWithoutAHeadlineAndAPersonWithoutAUnitAreToldBeforeAnythingIsSent() {
        Recipient without = journal(Optional.empty());
        Item note = items(record(List.of(), entry(note(NoteKind.DAILY, ""), false)), Set.of())
                .get(0);

        assertThat(without.check(note)).extracting(Problem::field).containsExactly("headlineId", "providerUnitId");
        assertThat(journal.check(item(note("")))).isEmpty();
    }

    @Test
    void onlySignedNotesOfOthersGoAndAWithdrawalOnlyWhereTheNoteStands() {
        PersonRecord record = record(List.of(), entry(note(""), true));
        String key = JournalItems.key("0127", record.id(), entry(note(""), true).source());

        assertThat(items(record, Set.of())).isEmpty();
        assertThat(items(record, Set.of(key))).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo(key + "/withdrawal");
            assertThat(item.mode()).isEqualTo(Item.Mode.ONCE);
            assertThat(item.content()).contains("har återkallats").doesNotContain("Föll");
        });
        NoteEntry own = new NoteEntry(
                new SourceReference("lifecare", "documentations", "D-1"), note(""), Optional.empty(), false);
        assertThat(items(record(List.of(), own), Set.of())).isEmpty();
    }

    private static List<Item> items(PersonRecord record, Set<String> delivered) {
        return JournalItems.of(record, delivered, Samples.STOCKHOLM);
    }

    private static Recipient journal(Optional<Integer> unit) {
        LifecareConfiguration lifecare = new LifecareConfiguration(
                "0127",
                URI.create(LIFECARE.baseUrl() + "/host"),
                "0127",
                "made-up",
                100,
                java.time.Duration.ofSeconds(2),
                LifecareConfiguration.DEFAULT_OVERLAP,
                Samples.STOCKHOLM,
                new LifecareConfiguration.Headlines(Map.of(), Map.of()),
                Map.of(),
                true);
        return Lifecare.journal(
                lifecare,
                new JournalConfiguration(
                        "case-system",
                        Samples.STOCKHOLM,
                        Map.of(NoteKind.DEVIATION, 100502),
                        unit,
                        5,
                        "Nattpatrull",
                        false));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        LIFECARE.stubFor(post(urlPathEqualTo(NOTES)).willReturn(answer));
    }

    private Outcome deliver(Item item, boolean uncertain) throws RecipientUnavailable {
        return journal.deliver(new Parcel(
                        UUID.randomUUID(), List.of(new Parcel.Write(item, Optional.empty(), uncertain)), Map.of()))
                .outcomes()
                .get(item.key());
    }

    private RecipientUnavailable unavailable() {
        return catchThrowableOfType(
                RecipientUnavailable.class,
                () -> journal(Optional.of(77))
                        .deliver(new Parcel(
                                UUID.randomUUID(),
                                List.of(new Parcel.Write(item(note("")), Optional.empty(), false)),
                                Map.of())));
    }

    private static Problem problem(Outcome outcome) {
        return ((Outcome.Refused) outcome).problem();
    }

    private static JsonNode request() {
        List<String> bodies = LIFECARE.findAll(postRequestedFor(urlPathEqualTo(NOTES))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
        return Samples.json(bodies.get(bodies.size() - 1));
    }

    private static List<String> names(JsonNode request) {
        return request.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Item item(JournalNote note) {
        Execution execution = new Execution(
                Law.SOL, "Hemtjänst", Period.from(LocalDate.of(2026, 1, 1)), Optional.of(LifecareKeys.unit("120001")));
        return items(record(List.of(execution), entry(note, false)), Set.of()).get(0);
    }

    private static NoteEntry entry(JournalNote note, boolean withdrawn) {
        return new NoteEntry(new SourceReference("night-patrol", "notes", "1"), note, Optional.empty(), withdrawn);
    }

    private static JournalNote note(String hsaId) {
        return note(NoteKind.DEVIATION, hsaId);
    }

    private static JournalNote note(NoteKind kind, String hsaId) {
        return new JournalNote(
                kind,
                AT,
                AT,
                Optional.of(AT),
                Stream.of(hsaId)
                        .filter(id -> !id.isEmpty())
                        .map(id -> new SubjectKey(SubjectKind.STAFF, HsaIdKey.SYSTEM, id))
                        .findFirst(),
                new PersonName("", "Eva Öberg"),
                "undersköterska",
                new FreeText("Föll. 🌙"),
                false,
                Optional.empty(),
                false,
                Law.SOL);
    }

    private static PersonRecord record(List<Execution> executions, NoteEntry... notes) {
        return new PersonRecord(
                UUID.fromString("0a0a0a0a-0000-4000-8000-000000000001"),
                "0127",
                new Person(
                        IdentityNumbers.parse(Samples.CLIENT).orElseThrow(),
                        new PersonName("", "Berg"),
                        ProtectedIdentity.NONE,
                        List.of(),
                        List.of(),
                        true,
                        Optional.empty()),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(notes),
                executions);
    }
}
