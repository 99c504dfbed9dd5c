package se.omsorgsbron.bridge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.config.FilesSettings;
import se.omsorgsbron.bridge.deliver.Backoff;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.ledger.ChangeFeed;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.nightpatrol.Outbox.Entry;

class HandOutTest {
    private static final Sender PATROL = new Sender("0182", "night-patrol");
    private static final FeedKey FOLDER = new FeedKey("0182", "night-patrol", "files-out");
    private static final UUID SUBJECT = TestFacts.PERSON;
    private static final Entry PERSON = new Entry(
            "person/1", Optional.of("{\"number\":\"189002029800\",\"name\":\"Gerda Berg\",\"protected\":false}"));
    private static final Entry STAFF = new Entry(
            "staff/1",
            Optional.of("{\"name\":\"Fatuma Warsame\",\"title\":\"Undersköterska\",\"active\":true,"
                    + "\"telephones\":[\"+46 8 465 004 00\"]}"));
    private static final Entry CONTACTS = new Entry(
            "contacts/1",
            Optional.of("{\"person\":\"person/1\",\"contacts\":[{\"person\":1,\"staff\":\"staff/1\","
                    + "\"since\":\"2026-03-02\"}],\"vacancies\":[],\"team\":[]}"));
    private static final Entry NOTE = new Entry(
            "note/1",
            Optional.of("{\"person\":\"person/1\",\"kind\":\"risk\",\"occurred\":\"2026-11-24T19:30:00Z\","
                    + "\"author\":{\"name\":\"Eva\"},\"text\":\"Yr; res inte \\\"fort\\\".\\nÅ.\"}"));

    @TempDir
    private Path folder;

    private final TestLedger ledger = new TestLedger();
    private final ChangeFeed feed = new ChangeFeed(ledger.jdbc, ledger.transaction);
    private final CamelContext camel = new DefaultCamelContext();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    @BeforeEach
    void begin() {
        camel.start();
        put(CONTACTS, NOTE, STAFF, PERSON);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theFilesHoldTheWholeStateAndNothingThatWasRemoved() throws IOException {
        HandOut handOut = handOut(local());
        handOut.look();

        assertThat(read("contacts.csv"))
                .isEqualTo("\uFEFFperson;name;protected;role;rank;contact;title;telephone;since;vacancy\r\n"
                        + "189002029800;Gerda Berg;false;permanent-contact;1;Fatuma Warsame;Undersköterska;"
                        + "'+46 8 465 004 00;2026-03-02;\r\n");
        assertThat(read("notes.csv"))
                .endsWith("189002029800;Gerda Berg;risk;2026-11-24T19:30:00Z;Eva;;"
                        + "\"Yr; res inte \"\"fort\"\".\nÅ.\";\r\n");
        assertThat(read("plan.csv").lines()).hasSize(1);
        assertThat(TakeInTest.names(folder, "")).containsExactly("contacts.csv", "notes.csv", "plan.csv");
        assertThat(ledger.jdbc.queryForObject("select fetched from feed_counter", Long.class))
                .isEqualTo(4);

        put(new Entry("contacts/1", Optional.empty()), new Entry("note/1", Optional.empty()));
        handOut.look();

        assertThat(read("contacts.csv").lines()).hasSize(1);
        assertThat(read("notes.csv").lines()).hasSize(1);
    }

    @Test
    void withoutAChangeTheyAreWrittenAtTheTimesOfTheDayAlone() throws IOException {
        HandOut handOut = handOut(local());
        handOut.look();
        assertThat(written(handOut)).isFalse();

        now = Instant.parse("2026-11-25T19:29:00Z");
        assertThat(written(handOut)).isFalse();
        now = Instant.parse("2026-11-25T19:30:00Z");
        assertThat(written(handOut)).as("20:30 in Sweden").isTrue();
        now = Instant.parse("2026-11-25T19:31:00Z");
        assertThat(written(handOut)).isFalse();
        put(new Entry("note/1", Optional.of(NOTE.content().orElseThrow().replace("risk", "daily"))));
        assertThat(written(handOut)).isTrue();
    }

    @Test
    void aReaderSeesTheOldFileOrTheNewOneAndNeverHalfOfIt() throws Exception {
        HandOut handOut = handOut(local());
        handOut.look();
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 20; i++) {
                put(new Entry("note/" + i, NOTE.content()));
                handOut.look();
            }
            writing.set(false);
        });
        writer.start();
        while (writing.get()) {
            assertThat(read("notes.csv")).startsWith("\uFEFFperson;").endsWith(";\r\n");
        }
        writer.join();
        assertThat(read("notes.csv").split("Gerda Berg", -1)).hasSize(21);
    }

    @Test
    void overSftpItIsTheSameAndAServerThatIsDownIsTriedAgain() throws Exception {
        try (TestSftpServer server = new TestSftpServer(folder)) {
            Path out = Files.createDirectories(server.root.resolve("out"));
            server.stop();
            HandOut handOut = handOut(new FilesSettings(
                    null,
                    server.place("out"),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    null,
                    Duration.ofSeconds(1),
                    List.of(),
                    server.settings()));
            handOut.look();
            assertThat(ledger.feeds.of(FOLDER).failure()).isPresent();
            server.start();
            handOut.look();
            assertThat(out).isEmptyDirectory();

            now = now.plusSeconds(60);
            handOut.look();
            assertThat(ledger.feeds.of(FOLDER).failure()).isEmpty();
            put(new Entry("note/2", NOTE.content()));
            handOut.look();

            assertThat(TakeInTest.names(out, "")).containsExactly("contacts.csv", "notes.csv", "plan.csv");
            assertThat(Files.readString(out.resolve("notes.csv")).split("Gerda Berg", -1))
                    .hasSize(3);
        }
    }

    @Test
    void theRouteLooksByItself() throws Exception {
        camel.addRoutes(new HandOutRoutes("0182.night-patrol", Duration.ofMillis(50), handOut(local())));

        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(folder.resolve("plan.csv")));
    }

    private boolean written(HandOut handOut) throws IOException {
        FileTime before = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(folder.resolve("plan.csv"), before);
        handOut.look();
        return !Files.getLastModifiedTime(folder.resolve("plan.csv")).equals(before);
    }

    private void put(Entry... entries) {
        feed.put(PATROL.municipality(), PATROL.system(), SUBJECT, List.of(entries));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private FilesSettings local() {
        return new FilesSettings(
                null,
                folder.toString(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                null,
                Duration.ofSeconds(1),
                List.of(),
                null);
    }

    private HandOut handOut(FilesSettings files) {
        return new HandOut(
                PATROL,
                new HandOut.Times(ZoneId.of("Europe/Stockholm"), List.of(LocalTime.of(20, 30))),
                feed,
                new Folder(camel.createProducerTemplate(), new FolderEndpoints(camel, files).put(files.out())),
                new FolderPoll(FOLDER, ledger.feeds),
                clock(),
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
