package se.omsorgsbron.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;

class FilesCheckTest {
    private static final String GOOD = """
            omsorgsbron:
              ledger: {url: "jdbc:postgresql://localhost:5432/omsorgsbron", username: bridge, password: secret}
              municipalities:
                "0182":
                  name: Nacka
                  disclosure: nacka
                  case-system: {type: lifecare, url: https://lifecare.example, domain: "0182", key: made-up}
                  recipients:
                    night-patrol:
                      type: night-patrol
                      operated-by: municipality
                      files:
                        in: sftp://bridge@files.example:2222/patrol/in
                        out: FOLDER/out
                        write-at: ["20:30", "02:00"]
                        marker: .done
                        sftp:
                          key-file: FOLDER/key
                          known-hosts: FOLDER/known
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        for (String name : List.of("key", "known", "password")) {
            Files.writeString(folder.resolve(name), "made-up");
        }
    }

    @Test
    void aGoodOneIsReadWithItsDefaults() throws IOException {
        assertThat(load(GOOD)).isInstanceOfSatisfying(Loaded.Good.class, good -> {
            FilesSettings files = good.configuration()
                    .municipalities()
                    .get("0182")
                    .recipients()
                    .get("night-patrol")
                    .files();
            assertThat(files.interval()).isEqualTo(Duration.ofSeconds(10));
            assertThat(files.settle()).isEqualTo(Duration.ofSeconds(2));
            assertThat(files.writeEvery()).isEqualTo(Duration.ofMinutes(1));
            assertThat(files.writeAt()).containsExactly("20:30", "02:00");
            assertThat(files.sftp().timeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(files).hasToString("files");
        });
    }

    @Test
    void theExampleOfTheDocumentationIsGood() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "night-patrol.md"));
        String place = "          files:\n";
        String example = page.substring(page.indexOf(place), page.indexOf("```", page.indexOf(place)))
                .replace("/run/credentials/night-patrol-key", "FOLDER/key")
                .replace("/etc/omsorgsbron/known-hosts", "FOLDER/known");

        assertThat(sentences(GOOD.substring(0, GOOD.indexOf(place)) + example)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in: sftp://bridge@files.example:2222/patrol/in | in: sftp://files.example/in | .files.in' must be such as sftp://user@host",
                "bridge@files | bridge:secret@files | .files.in' must be such as sftp://user@host/folder, without a password",
                "out: FOLDER/out | out: out | .files.out' must be a whole path such as /srv/patrol/in",
                "out: FOLDER/out | out: FOLDER/none | .files.out' is no folder in which the bridge may write",
                "out: FOLDER/out | out: 'FOLDER/out?delete=true' | .files.out' must be a whole path",
                "out: FOLDER/out | out: sftp://bridge@files.example:2222/patrol/in | .files.out' is the same folder as in",
                "marker: .done | marker: '*' | .files.marker' must be an ending such as .done",
                "\"02:00\" | \"2\" | .files.write-at' must be times of the day, each in quotes",
                "\"02:00\" | 20:30 | .files.write-at' must be times of the day, each in quotes",
                "marker: .done | settle: 0s | .files.settle' must be longer than nothing",
                "key-file: FOLDER/key | timeout: 3s | .files.sftp' must have either key-file, which is better, or password-file",
                "key-file: FOLDER/key | key-file: FOLDER/nokey | .files.sftp.key-file' names a file that does not exist",
                "known-hosts: FOLDER/known | timeout: 3s | .files.sftp.known-hosts' is missing: write the file with the server's public key",
                "known-hosts: FOLDER/known | known-hosts: FOLDER/nobody | .files.sftp.known-hosts' names a file",
                "in: sftp://bridge@files.example:2222/patrol/in | interval: 5s | .files.sftp' is there and no folder begins with sftp",
                "type: night-patrol | url: https://x.example\\n          type: fhir-r4 | .files' must be left out: files are for a night-patrol"
            })
    void whatIsWrongIsSaidInOneSentenceThatSaysWhatToWrite(String good, String bad, String sentence)
            throws IOException {
        assertThat(sentences(GOOD.replace(good, bad.replace("\\n", "\n"))))
                .singleElement()
                .asString()
                .contains(sentence)
                .doesNotContain("secret");
    }

    @Test
    void withSftpTheServersKeyAndTheBridgesAreNeeded() throws IOException {
        assertThat(sentences(GOOD.substring(0, GOOD.indexOf("            sftp:\n"))))
                .singleElement()
                .asString()
                .contains(".files.sftp' is missing: write key-file and known-hosts");
        assertThat(sentences(GOOD.replace("key-file: FOLDER/key", "password-file: FOLDER/password")))
                .isEmpty();
    }

    @Test
    void oneOfTheFoldersIsNeeded() throws IOException {
        String neither = GOOD.substring(0, GOOD.indexOf("            in:")) + "            interval: 5s\n";
        assertThat(sentences(neither))
                .singleElement()
                .asString()
                .contains(".files' has neither in nor out: write the folder that the patrol fills");
    }

    private List<String> sentences(String yaml) throws IOException {
        return load(yaml) instanceof Loaded.Bad bad ? bad.sentences() : List.of();
    }

    private Loaded load(String yaml) throws IOException {
        return ConfigurationFile.load(
                Files.writeString(folder.resolve("bridge.yaml"), yaml.replace("FOLDER", folder.toString())));
    }
}
