package se.omsorgsbron.bridge.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.omsorgsbron.bridge.config.FilesSettings.Sftp;

/** What is wrong with the settings of a night patrol's files. */
final class FilesCheck {
    /** What Camel would take for something else in the name of a folder stands in none. */
    private static final Pattern FOLDER = Pattern.compile("/[\\p{L}\\p{N} ._/-]*");

    private static final Pattern ON_SFTP =
            Pattern.compile("sftp://[A-Za-z0-9._-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._/-]*");
    private static final Pattern MARKER = Pattern.compile("\\.[A-Za-z0-9_-]{1,20}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final ConfigurationCheck check;
    private final String at;
    private final FilesSettings files;

    /**
     * @param check takes what is wrong, and checks what every system has
     * @param at the setting
     */
    FilesCheck(ConfigurationCheck check, String at, FilesSettings files) {
        this.check = check;
        this.at = at;
        this.files = files;
    }

    void check() {
        if (files.in() == null && files.out() == null) {
            wrong("", "has neither in nor out: write the folder that the patrol fills, the one it reads, or both");
        }
        folder(".in", files.in());
        folder(".out", files.out());
        if (files.in() != null && files.in().equals(files.out())) {
            wrong(".out", "is the same folder as in: write another one");
        }
        check.positive(at + ".interval", files.interval());
        check.positive(at + ".settle", files.settle());
        check.positive(at + ".write-every", files.writeEvery());
        if (files.marker() != null && !MARKER.matcher(files.marker()).matches()) {
            wrong(".marker", "must be an ending such as .done");
        }
        if (!files.writeAt().stream().allMatch(time -> TIME.matcher(time).matches())) {
            wrong(".write-at", "must be times of the day, each in quotes, such as [\"20:30\"]");
        }
        boolean sftp =
                Stream.of(files.in(), files.out()).anyMatch(place -> place != null && FilesSettings.isSftp(place));
        if (sftp) {
            Optional.ofNullable(files.sftp())
                    .ifPresentOrElse(
                            this::sftp,
                            () -> wrong(".sftp", "is missing: write key-file and known-hosts of the SFTP server"));
        } else if (files.sftp() != null) {
            wrong(".sftp", "is there and no folder begins with sftp://: leave it out, or write such a folder");
        }
    }

    private void folder(String name, String place) {
        if (place == null) {
            return;
        }
        if (FilesSettings.isSftp(place)) {
            if (!ON_SFTP.matcher(place).matches()) {
                wrong(
                        name,
                        "must be such as sftp://user@host/folder, without a password: letters, digits, . _ - and /");
            }
        } else if (!FOLDER.matcher(place).matches()) {
            wrong(name, "must be a whole path such as /srv/patrol/in: letters, digits, spaces, . _ - and /");
        } else if (!Files.isDirectory(Path.of(place)) || !Files.isWritable(Path.of(place))) {
            wrong(
                    name,
                    "is no folder in which the bridge may write: make it, and give the bridge's user the right to write");
        }
    }

    private void sftp(Sftp sftp) {
        if ((sftp.keyFile() == null) == (sftp.passwordFile() == null)) {
            wrong(".sftp", "must have either key-file, which is better, or password-file");
        }
        readable(".sftp.key-file", sftp.keyFile());
        readable(".sftp.password-file", sftp.passwordFile());
        if (sftp.knownHosts() == null) {
            wrong(
                    ".sftp.known-hosts",
                    "is missing: write the file with the server's public key (ssh-keyscan makes one)");
        }
        readable(".sftp.known-hosts", sftp.knownHosts());
        check.positive(at + ".sftp.timeout", sftp.timeout());
    }

    private void readable(String name, Path file) {
        if (file != null && !Files.isReadable(file)) {
            wrong(name, "names a file that does not exist or cannot be read");
        }
    }

    private void wrong(String setting, String what) {
        check.wrong(at + setting, what);
    }
}
