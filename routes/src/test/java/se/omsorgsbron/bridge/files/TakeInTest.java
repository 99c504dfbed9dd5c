package se.omsorgsbron.bridge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.omsorgsbron.bridge.files.TestDesk.HEADER;
import static se.omsorgsbron.bridge.files.TestDesk.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.config.FilesSettings;
import se.omsorgsbron.bridge.config.FilesSettings.Sftp;
import se.omsorgsbron.bridge.deliver.ErrorPolicy;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.FeedStates.FeedState;

class TakeInTest {
    private static final FeedKey FOLDER = new FeedKey("0127", "night-patrol", "files-in");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final TestDesk desk = new TestDesk();
    private CamelContext camel;

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
        }
    }

    @Test
    void aFileGoesToDoneOrFailedWithItsReportBesideIt() throws Exception {
        Files.writeString(folder.resolve("natt å.csv"), HEADER + line("a-1", "Bra."));
        Files.writeString(folder.resolve("half.CSV"), HEADER + line("a-2", "Också bra.") + line("a-3", ""));
        Files.writeString(folder.resolve("other.txt"), "not for the bridge");
        start(local(folder, null));

        await().atMost(SOON)
                .until(() -> names("failed").size() == 2 && names("done").size() == 2);

        assertThat(names("done").get(0)).matches("[0-9]{8}T[0-9]{6}Z-natt å\\.csv");
        assertThat(names("done").get(1)).isEqualTo(names("done").get(0) + ".report.csv");
        assertThat(names("failed").get(1)).isEqualTo(names("failed").get(0) + ".report.csv");
        assertThat(Files.readString(
                        folder.resolve("failed").resolve(names("failed").get(1))))
                .contains("\n3;text;nothing;")
                .contains("2 lines: 1 taken in, 0 taken in before, 1 refused");
        assertThat(names("")).containsExactly("done", "failed", "other.txt");
        assertThat(desk.texts()).containsExactlyInAnyOrder("Bra.", "Också bra.");
    }

    @Test
    void theNameOfAFileIsANameAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("${sysenv.PATH}x.csv"), HEADER + line("a-1", "En."));
        Files.writeString(folder.resolve("n".repeat(251) + ".csv"), HEADER + line("a-2", "Två."));
        start(local(folder, null));

        await().atMost(SOON).until(() -> names("done").size() == 4);

        assertThat(names("")).containsExactly("done");
        assertThat(names("done")).anyMatch(name -> name.endsWith("Z-__sysenv.PATH_x.csv.report.csv"));
        assertThat(desk.texts()).hasSize(2);
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws Exception {
        Path file = folder.resolve("slow.csv");
        start(local(folder, null));
        for (int i = 0; i < 12; i++) {
            Files.writeString(
                    file,
                    i == 0 ? HEADER : line("a-" + i, "Text " + i),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            Thread.sleep(50);
            assertThat(file).as("after line " + i).exists();
        }

        await().atMost(SOON).until(() -> names("done").size() == 2);
        assertThat(desk.texts()).hasSize(11);
    }

    @Test
    void withAMarkerAFileIsTakenWhenItsMarkerIsThere() throws Exception {
        Files.writeString(folder.resolve("b.csv"), HEADER + line("b-1", "Väntar."));
        Files.writeString(folder.resolve("a.csv"), HEADER + line("a-1", "Klar."));
        Files.createFile(folder.resolve("a.csv.done"));
        start(local(folder, ".done"));

        await().atMost(SOON).until(() -> names("done").size() == 2);

        assertThat(names("")).containsExactly("b.csv", "done");
        assertThat(desk.texts()).containsExactly("Klar.");
    }

    @Test
    void whileTheLedgerDoesNotAnswerAFileStaysAndThenItIsTaken() throws Exception {
        desk.ledger.jdbc.execute("alter table received rename to elsewhere");
        Path file = Files.writeString(folder.resolve("a.csv"), HEADER + line("a-1", "Kvar."));
        start(local(folder, null));
        await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).until(() -> Files.exists(file));
        assertThat(names("")).containsExactly("a.csv");

        desk.ledger.jdbc.execute("alter table elsewhere rename to received");

        await().atMost(SOON).until(() -> names("done").size() == 2);
        assertThat(desk.texts()).containsExactly("Kvar.");
    }

    @Test
    void overSftpItIsTheSame() throws Exception {
        try (TestSftpServer server = new TestSftpServer(folder)) {
            Path in = Files.createDirectories(server.root.resolve("in"));
            Files.writeString(in.resolve("a.csv"), HEADER + line("a-1", "Över SSH."));
            Files.writeString(in.resolve("b.csv"), HEADER + line("b-1", "") + line("b-2", "Den andra."));
            start(sftp(server, "in"));

            await().atMost(SOON)
                    .until(() ->
                            names(in, "done").size() == 2 && names(in, "failed").size() == 2);

            assertThat(names(in, "")).containsExactly("done", "failed");
            // A cached stream is a whole file in memory.
            assertThat(camel.getRoute("0127.night-patrol.files.take-in").isStreamCaching())
                    .isFalse();
            assertThat(Files.readString(
                            in.resolve("failed").resolve(names(in, "failed").get(1))))
                    .contains("\n2;text;nothing;");
            assertThat(desk.texts()).containsExactlyInAnyOrder("Över SSH.", "Den andra.");

            // The same file once more.
            Files.writeString(in.resolve("again.csv"), HEADER + line("a-1", "Över SSH."));
            await().atMost(SOON).until(() -> names(in, "done").size() == 4);
            assertThat(desk.texts()).hasSize(2);
        }
    }

    @Test
    void aServerThatIsDownIsToldAndForgottenWhenItIsBack() throws Exception {
        try (TestSftpServer server = new TestSftpServer(folder)) {
            Path in = Files.createDirectories(server.root.resolve("in"));
            server.stop();
            Files.writeString(in.resolve("a.csv"), HEADER + line("a-1", "Sent."));
            start(sftp(server, "in"));

            await().atMost(SOON).until(() -> state().failure().isPresent());
            assertThat(state().failure().orElseThrow())
                    .startsWith("does not answer")
                    .doesNotContain("127.0.0.1");

            server.start();
            await().atMost(SOON).until(() -> names(in, "done").size() == 2);
            await().atMost(SOON).until(() -> state().failure().isEmpty());
        }
    }

    @Test
    void aServerWithAnotherKeyIsNotTrusted() throws Exception {
        try (TestSftpServer server = new TestSftpServer(folder)) {
            Path in = Files.createDirectories(server.root.resolve("in"));
            Files.writeString(in.resolve("a.csv"), HEADER + line("a-1", "Text."));
            String known = Files.readString(server.knownHosts());
            Files.writeString(server.knownHosts(), known.replace("127.0.0.1", "127.0.0.2"));
            start(sftp(server, "in"));

            await().atMost(SOON).until(() -> state().failure().isPresent());
            assertThat(names(in, "")).containsExactly("a.csv");
        }
    }

    private void start(FilesSettings files) throws Exception {
        camel = new DefaultCamelContext();
        ProducerTemplate template = camel.createProducerTemplate();
        FolderEndpoints folders = new FolderEndpoints(camel, files);
        TakeIn takeIn = new TakeIn(TestDesk.SENDER, desk.files, new Folder(template, folders.put(files.in())));
        // Its steps are for jobs, and there are none here.
        camel.addRoutesConfigurations(new ErrorPolicy(null));
        camel.addRoutes(new TakeInRoutes(
                "0127.night-patrol", folders.taken(new FolderPoll(FOLDER, desk.ledger.feeds)), takeIn));
        camel.start();
    }

    static FilesSettings local(Path in, String marker) {
        return new FilesSettings(
                in.toString(),
                null,
                Duration.ofMillis(100),
                Duration.ofMillis(400),
                marker,
                Duration.ofSeconds(1),
                List.of(),
                null);
    }

    private static FilesSettings sftp(TestSftpServer server, String in) {
        return sftp(server.place(in), server.settings());
    }

    static FilesSettings sftp(String in, Sftp sftp) {
        return new FilesSettings(
                in, null, Duration.ofMillis(100), Duration.ofMillis(100), null, Duration.ofSeconds(1), List.of(), sftp);
    }

    private FeedState state() {
        return desk.ledger.feeds.of(FOLDER);
    }

    private List<String> names(String sub) {
        return names(folder, sub);
    }

    static List<String> names(Path folder, String sub) {
        Path there = folder.resolve(sub);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("root") && !name.equals("keys"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
