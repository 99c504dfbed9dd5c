package se.omsorgsbron.primarycare.fhir.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.PersonNumberKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;

/** Primary care's server, read over real HTTP. */
class PrimaryCareSourceTest {
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);

    private WordsServer server;
    private Feed notes;
    private Feed teams;

    @BeforeEach
    void start() throws Exception {
        server = new WordsServer();
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                "vardcentral",
                "0127",
                server.base(),
                false,
                Duration.ofSeconds(5),
                Map.of(),
                Optional.of(() -> "made-up"));
        PrimaryCareSource source = new PrimaryCareSource(
                configuration,
                FhirClients.create(configuration),
                new PrimaryCareSource.Surroundings(
                        OVERLAP,
                        ZoneId.of("Europe/Stockholm"),
                        CLOCK,
                        key -> key.equals(PersonNumberKey.of(Words.NUMBER)),
                        key -> key.endsWith("/ours")),
                2);
        notes = source.feeds().get(0);
        teams = source.feeds().get(1);
        server.put(Words.patient("17", Words.NUMBER));
        server.put(Words.patient("18", Words.STRANGER));
        server.put(Words.practitioner());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everythingIsReadPageByPageAndThenWhatChangedSinceWithTheOverlap() throws SourceUnavailable {
        for (int i = 0; i < 5; i++) {
            server.put(Words.simple("n" + i, "Text " + i));
        }
        Observations all = read(notes, Optional.empty());
        assertThat(texts(all)).containsExactly("Text 0", "Text 1", "Text 2", "Text 3", "Text 4");
        assertThat(all.coverage()).isEqualTo(new Coverage.Baseline(Set.of(), server.now.minus(OVERLAP)));
        assertThat(server.requests.get(0))
                .startsWith("Communication?_sort=_lastUpdated&_count=2&category=https")
                .doesNotContain(Words.NUMBER);
        // The Patient and the author are read once, however many notes refer to them.
        assertThat(server.requests)
                .filteredOn(request -> request.startsWith("Patient/17"))
                .hasSize(1);
        assertThat(server.requests)
                .filteredOn(request -> request.startsWith("Practitioner/9"))
                .hasSize(1);

        Instant mark = server.now.minus(OVERLAP);
        server.now = server.now.plusSeconds(3600);
        server.put(Words.simple("n5", "Text 5"));
        Observations changed = read(notes, Optional.of(mark));
        // What the overlap gives again says the same under the same name.
        assertThat(texts(changed)).containsExactly("Text 0", "Text 1", "Text 2", "Text 3", "Text 4", "Text 5");
        assertThat(changed.items()).containsAll(all.items());
        assertThat(changed.coverage()).isEqualTo(new Coverage.Changes(server.now.minus(OVERLAP)));
        assertThat(texts(read(notes, Optional.of(server.now.minus(OVERLAP))))).containsExactly("Text 5");
    }

    @Test
    void theAuthorComesFromTheServerAndTheNoteIsUnderTheRecipientsName() throws SourceUnavailable {
        server.put(Words.simple("n1", "Text"));
        JournalNote note =
                (JournalNote) fact(read(notes, Optional.empty()).items().get(0));
        assertThat(note.authorName().full()).isEqualTo("Disa Lund");
        assertThat(read(notes, Optional.empty()).items().get(0).source().system())
                .isEqualTo("vardcentral");
    }

    @Test
    void whatTheBridgeWroteAndWhatIsNotWrittenToTheMunicipalityIsNotRead() throws SourceUnavailable {
        server.put(Words.simple("ours", "Efter ledgern"));
        Communication marked = Words.simple("m", "Efter källan");
        marked.getMeta().setSource("https://fhir.omsorgsbron.se/content/abc#1");
        server.put(marked);
        Communication identified = Words.simple("i", "Efter identifieraren");
        identified
                .addIdentifier()
                .setSystem("https://fhir.omsorgsbron.se/sid/0127/lifecare")
                .setValue("documentations/1");
        server.put(identified);
        Communication internal = Words.simple("internal", "Internt");
        internal.getCategoryFirstRep().getCodingFirstRep().setSystem("urn:x:categories");
        server.put(internal);
        Communication draft = Words.simple("draft", "Utkast");
        draft.setStatus(Communication.CommunicationStatus.PREPARATION);
        server.put(draft);
        Communication stranger = Words.simple("stranger", "Om någon annan");
        stranger.getSubject().setReference("Patient/18");
        server.put(stranger);
        Communication elsewhere = Words.simple("elsewhere", "Annan server");
        elsewhere.getSubject().setReference("http://198.51.100.1/fhir/Patient/17");
        server.put(elsewhere);
        Communication same = Words.simple("same", "De egna orden");
        server.put(same);

        assertThat(texts(read(notes, Optional.empty()))).containsExactly("De egna orden");
    }

    @Test
    void contactsAreReadAndEndWithTheirTeam() throws SourceUnavailable {
        server.put(Words.careTeam("t1"));
        CareTeam other = Words.careTeam("t2");
        other.getParticipant().forEach(participant -> participant.getRole().clear());
        server.put(other);

        Observations first = read(teams, Optional.empty());
        assertThat(first.items().stream()
                        .filter(Observation.Read.class::isInstance)
                        .map(PrimaryCareSourceTest::fact))
                .extracting(member -> ((TeamMember) member).name().full())
                .containsExactly("Disa Lund", "Rut Alm");
        CareTeam over = Words.careTeam("t1");
        over.setStatus(CareTeam.CareTeamStatus.INACTIVE);
        server.put(over);
        Observations then = read(teams, Optional.empty());
        assertThat(then.items()).hasSize(5).allMatch(Observation.Gone.class::isInstance);
        assertThat(then.items().stream().map(Observation::source))
                .containsAll(first.items().stream().map(Observation::source).toList());
    }

    @Test
    void whatIsWithdrawnOrDeletedIsGone() throws SourceUnavailable {
        server.put(Words.simple("n1", "Fel"));
        server.put(Words.simple("n2", "Bort"));
        Observations before = read(notes, Optional.empty());
        Communication withdrawn = Words.simple("n1", "Fel");
        withdrawn.setStatus(Communication.CommunicationStatus.ENTEREDINERROR);
        withdrawn.setSubject(null);
        withdrawn.getPayload().clear();
        server.put(withdrawn);
        server.delete("Communication/n2");

        Observations after = read(notes, Optional.of(server.now.minus(OVERLAP)));

        assertThat(after.items()).allMatch(Observation.Gone.class::isInstance);
        assertThat(after.items().stream().map(Observation::source))
                .containsExactlyInAnyOrderElementsOf(before.items().stream()
                        .filter(Observation.Read.class::isInstance)
                        .map(Observation::source)
                        .toList());
        server.keepsHistory = false;
        assertThat(read(notes, Optional.of(server.now.minus(OVERLAP))).items()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsHeldWithItsOriginal() throws SourceUnavailable {
        Communication bad = Words.simple("bad", "Text");
        bad.setSent(null);
        server.put(bad);

        assertThat(read(notes, Optional.empty()).items()).singleElement().satisfies(item -> {
            Observation.Unreadable unreadable = (Observation.Unreadable) item;
            assertThat(unreadable.problems())
                    .extracting(problem -> problem.field())
                    .containsExactly("sent");
            assertThat(unreadable.subject()).contains(PersonNumberKey.of(Words.NUMBER));
        });
    }

    @Test
    void anOutageInTheMiddleIsNoReadingAndSaysNothingOfWhatItWasAbout() {
        for (int i = 0; i < 5; i++) {
            server.put(Words.simple("n" + i, "Text " + i));
        }
        server.brokenAfterPages = 1;
        for (int status : List.of(503, 401, 500, 404)) {
            server.brokenStatus = status;
            assertThatThrownBy(() -> read(notes, Optional.empty()))
                    .isInstanceOf(SourceUnavailable.class)
                    .hasMessageStartingWith("the server ")
                    .hasMessageNotContainingAny("Text", Words.NUMBER, "127.0.0.1");
        }
        server.close();
        assertThatThrownBy(() -> read(notes, Optional.empty())).isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void aNextPageOfAnotherServerIsNotAskedFor() {
        for (int i = 0; i < 3; i++) {
            server.put(Words.simple("n" + i, "Text " + i));
        }
        for (String base :
                List.of("http://127.0.0.1:1/fhir", "http://127.0.0.1.example.org/fhir", server.base() + "/../x")) {
            server.nextBase = base;
            assertThatThrownBy(() -> read(notes, Optional.empty()))
                    .isInstanceOf(SourceUnavailable.class)
                    .hasMessageContaining("another address");
        }
    }

    private static Observations read(Feed feed, Optional<Instant> watermark) throws SourceUnavailable {
        return feed.read(watermark, resource -> List.of());
    }

    private static List<String> texts(Observations read) {
        return read.items().stream()
                .filter(Observation.Read.class::isInstance)
                .map(PrimaryCareSourceTest::fact)
                .map(note -> ((JournalNote) note).text().value())
                .toList();
    }

    private static Object fact(Observation item) {
        return ((Observation.Read) item).facts().get(0).content();
    }
}
