package se.omsorgsbron.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A night patrol's files, for one whose system has no API: in a folder of this computer or on an SFTP server.
 *
 * @param in where the patrol puts its notes, a folder such as {@code /srv/patrol/in} or {@code sftp://user@host/in}; none are taken in
 *     without it
 * @param out where the bridge puts what the patrol may know; none is put without it
 * @param interval between two looks for files
 * @param settle how long a file must not have changed before it is taken
 * @param marker ending of the empty file beside each that says that it is whole, such as {@code .done}; none is waited for if empty
 * @param writeEvery how soon after a change the files in {@code out} are written anew, at most so often
 * @param writeAt times of the day, in quotes, at which they are written also without a change, such as before the shift begins
 * @param sftp how the bridge comes in at the SFTP server
 */
public record FilesSettings(
        String in,
        String out,
        @DefaultValue("10s") Duration interval,
        @DefaultValue("2s") Duration settle,
        String marker,
        @DefaultValue("1m") Duration writeEvery,
        @DefaultValue List<String> writeAt,
        Sftp sftp) {
    /** Begins the place of a folder on an SFTP server. */
    public static final String SFTP = "sftp://";

    /**
     * An SFTP server. That it is the right one is always checked.
     *
     * @param keyFile the bridge's private key, in the form of OpenSSH
     * @param passwordFile a file that holds nothing but the password, where there is no key
     * @param knownHosts a file with the server's public key, in the form of OpenSSH's {@code known_hosts}
     * @param timeout for connecting, and for one answer
     */
    public record Sftp(
            Path keyFile,
            Path passwordFile,
            Path knownHosts,
            @DefaultValue("30s") Duration timeout) {}

    /** Whether that place is on an SFTP server. */
    public static boolean isSftp(String place) {
        return place.startsWith(SFTP);
    }

    /** The address of a place on an SFTP server. */
    public static URI address(String place) {
        return URI.create(place);
    }

    @Override
    public String toString() {
        return "files";
    }
}
