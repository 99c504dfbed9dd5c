package se.omsorgsbron.bridge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;

/**
 * A file of many lines on an SFTP server, one in a hundred of them broken, and a process that is killed ({@code kill -9}) in the middle:
 * the good ones are in, once each, and the report names the others. With {@code -Pthorough} it is longer than the memory of the process:
 * 100,000 lines, 104 MB, a heap of 64 MB.
 */
class ManyLinesTest {
    private static final int LINES = Boolean.getBoolean("omsorgsbron.thorough") ? 100_000 : 2_000;
    private static final int PERSONS = 60;
    private static final String TEXT = "Låg vaken, frös och fick en filt till. ".repeat(LINES > 10_000 ? 25 : 2);

    @TempDir
    private Path temp;

    private TestSftpServer server;
    private Path folder;
    private final TestLedger ledger = new TestLedger();
    private final List<String> broken = new ArrayList<>();
    private Process worker;

    @BeforeEach
    void begin() throws Exception {
        server = new TestSftpServer(temp);
        folder = Files.createDirectories(server.root.resolve("in"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.destroyForcibly().waitFor();
        server.stop();
    }

    @Test
    void theGoodOnesAreInOnceEachAndTheReportNamesTheRest() throws Exception {
        persons();
        Path file = write();
        long size = Files.size(file);
        worker = start();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> stored() > LINES / 4);
        worker.destroyForcibly().waitFor();
        int before = stored();
        assertThat(file).exists();
        assertThat(before).isLessThan(LINES / 2);

        long begun = System.nanoTime();
        worker = start();
        await().atMost(Duration.ofMinutes(20)).until(() -> !Files.exists(file));
        double seconds = (System.nanoTime() - begun) / 1e9;

        Path report = folder.resolve("failed")
                .resolve(TakeInTest.names(folder, "failed").get(1));
        List<String> told = Files.readAllLines(report);
        System.out.printf(
                "A file of %,d lines and %,d MB: killed after %,d notes, then read to the end in %.1f s (with the start of a JVM).%n",
                LINES, size >> 20, before, seconds);
        assertThat(stored()).isEqualTo(LINES - broken.size());
        assertThat(ledger.jdbc.queryForObject("select count(*) from fact where kind = 'journal-note'", Integer.class))
                .isEqualTo(LINES - broken.size());
        assertThat(told.subList(1, told.size() - 1).stream().map(line -> line.split(";")[0]))
                .containsExactlyElementsOf(broken);
        assertThat(told.get(told.size() - 1))
                .contains((LINES - broken.size() - before) + " taken in, " + before + " taken in before, "
                        + broken.size() + " refused");
        assertThat(Files.size(folder.resolve("failed")
                        .resolve(TakeInTest.names(folder, "failed").get(0))))
                .isEqualTo(size);
    }

    private int stored() {
        return ledger.jdbc.queryForObject("select count(*) from received", Integer.class);
    }

    private Path write() throws IOException {
        Path whole = folder.resolve("night.tmp");
        try (Writer out = Files.newBufferedWriter(whole)) {
            out.write(TestDesk.HEADER);
            for (int i = 0; i < LINES; i++) {
                out.write(line(i));
                if (i % 100 == 42) {
                    broken.add(String.valueOf(i + 2));
                }
            }
        }
        return Files.move(whole, folder.resolve("night.csv"));
    }

    private static String line(int i) {
        String line = TestDesk.line("n-" + i, TEXT + i).replace(TestFacts.NUMBER, number(i % PERSONS));
        if (i % 100 != 42) {
            return line;
        }
        return switch (i / 100 % 4) {
            case 0 -> line.replace("+01:00", "");
            case 1 -> line.replace(TEXT, "\"" + TEXT);
            case 2 -> line.replace(number(i % PERSONS), "199002222397");
            default -> "n-" + i + ";halva\n";
        };
    }

    private void persons() {
        List<Observation> read = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            Fact person = TestFacts.person(String.valueOf(i), number(i));
            read.add(new Observation.Read(person.source(), List.of(person), List.of()));
        }
        ledger.store(new Observations(read, new Coverage.Changes(TestFacts.WATERMARK)));
    }

    /** A valid number of somebody born in 1890. */
    private static String number(int i) {
        String digits = "900202" + (100 + i);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int product = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return "18" + digits + (10 - sum % 10) % 10;
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FileWorker.class.getName(),
                ledger.url,
                server.place("in"),
                server.keyFile().toString(),
                server.knownHosts().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "file-worker.log").toFile())
                .start();
    }
}
