package se.omsorgsbron.bridge.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.deliver.Channels;
import se.omsorgsbron.bridge.deliver.Signals;
import se.omsorgsbron.bridge.intake.Intake;
import se.omsorgsbron.bridge.intake.NoteBatch;
import se.omsorgsbron.bridge.intake.NoteDesk;
import se.omsorgsbron.bridge.intake.NoteDesk.Sender;
import se.omsorgsbron.bridge.ledger.Inbox;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

/** A desk over a real ledger in which one person is known. */
final class TestDesk {
    static final Sender SENDER = new Sender("0127", "night-patrol");
    static final String HEADER = "id;person;kind;occurred;authorName;text\n";

    final TestLedger ledger = new TestLedger();
    final NoteDesk desk;
    final FileDesk files;

    TestDesk() {
        Intake intake = new Intake(
                ledger.store, new Channels(List.of()), new Signals(nobody(), "direct:nowhere"), ledger.transaction);
        Inbox inbox = new Inbox(ledger.jdbc);
        desk = new NoteDesk(intake, inbox, ledger.reader, ledger.subjects, Clock.systemUTC());
        files = new FileDesk(desk, new NoteBatch(intake, inbox, ledger.subjects, Clock.systemUTC()));
        var person = TestFacts.person("1", TestFacts.NUMBER);
        ledger.store(new Observations(
                List.of(new Observation.Read(person.source(), List.of(person), List.of())),
                new Coverage.Changes(TestFacts.WATERMARK)));
    }

    /** What a file came to, and its report without the byte order mark. */
    record Done(FileResult result, String report) {
        /** Line and column of each fault. */
        List<String> faults() {
            return report.lines()
                    .skip(1)
                    .filter(line -> !line.startsWith("all;"))
                    .map(line -> line.split(";")[0] + " " + line.split(";")[1])
                    .toList();
        }
    }

    Done take(String file) throws IOException {
        return take(file, StandardCharsets.UTF_8);
    }

    Done take(String file, Charset charset) throws IOException {
        return take(file.getBytes(charset));
    }

    Done take(byte[] file) throws IOException {
        try (Scratch report = Scratch.empty()) {
            FileResult result = files.take(SENDER, new ByteArrayInputStream(file), report);
            String text = new String(report.in().readAllBytes(), StandardCharsets.UTF_8);
            return new Done(result, text.substring(1));
        }
    }

    /** The texts of the notes that are stored and not withdrawn, in the order in which they came. */
    List<String> texts() {
        return notes().stream()
                .filter(note -> !note.withdrawn())
                .map(note -> note.text().value())
                .toList();
    }

    List<JournalNote> notes() {
        return ledger.read(TestFacts.PERSON).facts().stream()
                .filter(fact -> fact.content() instanceof JournalNote)
                .map(fact -> (JournalNote) fact.content())
                .toList();
    }

    /** A line of {@link #HEADER}. */
    static String line(String id, String text) {
        return id + ";" + TestFacts.NUMBER + ";daily;2026-11-25T02:14:00+01:00;Eva Öberg;" + text + "\n";
    }

    /** Signals cost nothing here: nobody works. */
    static ProducerTemplate nobody() {
        return (ProducerTemplate) Proxy.newProxyInstance(
                TestDesk.class.getClassLoader(),
                new Class<?>[] {ProducerTemplate.class},
                (proxy, method, arguments) -> null);
    }
}
