package se.omsorgsbron.bridge.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.intake.Intake;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk.Outcome;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk.Sent;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.primarycare.fhir.PrimaryCareConfiguration;
import se.omsorgsbron.primarycare.fhir.client.FhirClients;
import se.omsorgsbron.primarycare.fhir.source.PrimaryCareSource;
import se.omsorgsbron.primarycare.fhir.source.Words;
import se.omsorgsbron.primarycare.fhir.source.WordsServer;
import se.omsorgsbron.primarycare.fhir.source.mapper.CommunicationReader;
import se.omsorgsbron.primarycare.fhir.source.mapper.ReadingContext;
import se.omsorgsbron.primarycare.fhir.source.mapper.Written;

/** Primary care's server, read into a real ledger beside what primary care sends. */
class PrimaryCareFeedTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final TestLedger ledger = new TestLedger();
    private final Channels nobody = new Channels(List.of());
    private final Signals signals = new Signals(null, "");
    private WordsServer server;
    private List<FeedReader> readers;

    @BeforeEach
    void start() throws IOException {
        server = new WordsServer();
        server.put(Words.patient("17", Words.NUMBER));
        server.put(Words.patient("18", Words.STRANGER));
        server.put(Words.practitioner());
        ledger.store(TestFacts.changes(TestFacts.person("1", TestFacts.NUMBER)));
        PrimaryCareConfiguration configuration = new PrimaryCareConfiguration(
                "primary-care", "0127", server.base(), false, Duration.ofSeconds(5), Map.of(), Optional.empty());
        FeedReader.Ledger parts = new FeedReader.Ledger(
                ledger.store,
                ledger.reader,
                ledger.feeds,
                new FirstReading(CLOCK, Duration.ZERO),
                nobody,
                signals,
                new SimpleMeterRegistry());
        readers = new PrimaryCareSource(
                        configuration,
                        FhirClients.create(configuration),
                        new PrimaryCareSource.Surroundings(
                                Duration.ofMinutes(2),
                                ZONE,
                                CLOCK,
                                key -> !ledger.subjects
                                        .resolve("0127", Set.of(key))
                                        .isEmpty(),
                                key -> ledger.deliveries.subjectOf("0127", key).isPresent()),
                        2)
                .feeds().stream()
                        .map(feed -> new FeedReader(
                                new FeedKey("0127", "primary-care", feed.name()),
                                feed,
                                parts,
                                new FeedReader.Pace(
                                        Duration.ZERO,
                                        Duration.ofDays(1000),
                                        new ShrinkGuard(2, 1),
                                        Clock.systemUTC())))
                        .toList();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstReadingIsWholeAndTheNextOnesReadWhatChangedWithTheOverlap() {
        server.put(Words.simple("n1", "Ett"));
        read();
        server.requests.clear();
        server.now = server.now.plusSeconds(60);
        server.put(Words.simple("n2", "Två"));
        read();

        assertThat(server.requests)
                .filteredOn(request -> request.startsWith("Communication?"))
                .singleElement()
                .asString()
                .containsPattern("_lastUpdated=ge2026-11-24T11(:|%3A)58(:|%3A)00Z");
        assertThat(texts()).containsExactly("Ett", "Två");
    }

    @Test
    void whatIsSentAndStandsAtTheServerTooIsOneNoteAndSaysTheSame() {
        ObjectNode note = Words.note("n1");
        note.remove("extension");
        assertThat(send(note)).isEqualTo(new Outcome.Taken(true));
        Written.Note sent = (Written.Note) written(note);
        server.put(FhirContext.forR4Cached().newJsonParser().parseResource(Communication.class, note.toString()));

        read();

        assertThat(texts()).containsExactly(sent.note().text().value());
        assertThat(send(note)).isEqualTo(new Outcome.Taken(false));
    }

    @Test
    void ofWhomTheBridgeDoesNotKnowAndWhatItWroteItselfNothingIsKept() {
        ledger.jdbc.update("""
                insert into delivery (municipality, subject_id, recipient, item_key, concept, mode, rung, mapping_version)
                values ('0127', ?, 'primary-care', 'Communication/ours', 'NOTES', 'KEEP', 'ACCEPTED', '1')
                """, TestFacts.PERSON);
        server.put(Words.simple("ours", "Brons egna ord"));
        Communication stranger = Words.simple("stranger", "Främlingens");
        stranger.getSubject().setReference("Patient/18");
        server.put(stranger);

        read();

        assertThat(ledger.jdbc.queryForObject("select count(*) from fact where system = 'primary-care'", Integer.class))
                .isZero();
        assertThat(ledger.held.list()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsHeldUntilItIsMendedAtTheServer() {
        Communication note = Words.simple("n1", "Ett");
        note.setSent(null);
        CareTeam team = Words.careTeam("t1");
        team.getParticipant().forEach(participant -> participant.setMember(null));
        server.put(note);
        server.put(team);
        read();
        assertThat(ledger.held.list()).hasSize(2);

        server.put(Words.simple("n1", "Ett"));
        server.put(Words.careTeam("t1"));
        read();
        assertThat(ledger.held.list()).isEmpty();
        assertThat(texts()).containsExactly("Ett");
    }

    @Test
    void contactsAndNotesComeAndGoAndAnOutageEndsNothing() {
        server.put(Words.careTeam("t1"));
        server.put(Words.simple("n1", "Ett"));
        read();
        assertThat(record().team())
                .extracting(member -> member.member().name().full())
                .containsExactly("Disa Lund", "Rut Alm");

        server.brokenAfterPages = 0;
        read();
        assertThat(record().team()).hasSize(2);
        assertThat(ledger.jdbc.queryForObject(
                        "select count(*) from feed_state where system = 'primary-care' and failed_since is not null",
                        Integer.class))
                .isEqualTo(2);

        server.brokenAfterPages = Integer.MAX_VALUE;
        CareTeam over = Words.careTeam("t1");
        over.setStatus(CareTeam.CareTeamStatus.INACTIVE);
        server.put(over);
        server.delete("Communication/n1");
        read();
        assertThat(record().team()).isEmpty();
        assertThat(record().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.withdrawn()).isTrue());
    }

    private void read() {
        readers.forEach(FeedReader::read);
    }

    private Outcome send(ObjectNode note) {
        PrimaryCareDesk desk = new PrimaryCareDesk(
                new Intake(ledger.store, nobody, signals, ledger.transaction), ledger.reader, ledger.subjects);
        return desk.take("0127", List.of(new Sent(written(note), Optional.of(TestFacts.PERSON))))
                .get(0);
    }

    private static Written written(ObjectNode note) {
        return ((Mapped.Value<Written>) CommunicationReader.read(note, ReadingContext.ofSent("primary-care", TODAY)))
                .value();
    }

    private PersonRecord record() {
        return (PersonRecord)
                Composer.compose(ledger.read(TestFacts.PERSON), TODAY, ZONE).orElseThrow();
    }

    private List<String> texts() {
        return record().notes().stream().map(note -> note.note().text().value()).toList();
    }
}
