package se.omsorgsbron.bridge.files;

import java.net.URI;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.SftpEndpoint;
import se.omsorgsbron.bridge.config.FilesSettings;
import se.omsorgsbron.bridge.config.FilesSettings.Sftp;
import se.omsorgsbron.bridge.config.Secret;

/** The folders of a patrol as Camel's endpoints. */
public final class FolderEndpoints {
    /** After a failure so many looks are left out. */
    private static final int LEFT_OUT = 5;

    private final CamelContext camel;
    private final FilesSettings files;

    public FolderEndpoints(CamelContext camel, FilesSettings files) {
        this.camel = camel;
        this.files = files;
    }

    /** The folder from which files are taken; one that is still being written is left alone. */
    public Endpoint taken(FolderPoll poll) {
        String name = poll.toString();
        camel.getRegistry().bind(name, poll);
        camel.getRegistry().bind(name + ".failures", new FolderFailures(name));
        camel.getRegistry().bind(name + ".silent", FolderFailures.silent());
        Duration settle = files.settle();
        String options = "include=.*[.][cC][sS][vV]"
                + "&sortBy=file:modified;file:name"
                + "&readLock=changed&readLockMarkerFile=false&readLockLoggingLevel=OFF"
                + "&readLockCheckInterval=" + settle.toMillis()
                + "&readLockTimeout=" + settle.multipliedBy(3).plusSeconds(1).toMillis()
                + "&move=${exchangeProperty." + TakeIn.MOVED + "}"
                + (files.marker() == null ? "" : "&doneFileName=${file:name}" + files.marker())
                + "&pollStrategy=#" + name
                + "&exceptionHandler=#" + name + ".silent&onCompletionExceptionHandler=#" + name + ".failures"
                + "&delay=" + files.interval().toMillis()
                + "&backoffErrorThreshold=1&backoffMultiplier=" + LEFT_OUT;
        return endpoint(files.in(), options, "&streamDownload=true");
    }

    /** The folder in which files are put: a reader sees the old one or the new one, and never half of it. */
    public Endpoint put(String place) {
        return endpoint(place, "fileExist=TryRename&tempPrefix=.", "&disconnect=true");
    }

    private Endpoint endpoint(String place, String options, String onSftp) {
        if (!FilesSettings.isSftp(place)) {
            return camel.getEndpoint("file:" + place + "?" + options);
        }
        URI address = FilesSettings.address(place);
        Sftp sftp = files.sftp();
        String uri = "sftp://" + address.getAuthority() + address.getPath() + "?" + options + onSftp
                + "&strictHostKeyChecking=yes&useUserKnownHostsFile=false&knownHostsFile=" + sftp.knownHosts()
                + "&connectTimeout=" + sftp.timeout().toMillis() + "&soTimeout="
                + sftp.timeout().toMillis()
                + "&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0&stepwise=false&jschLoggingLevel=OFF"
                + (sftp.keyFile() == null
                        ? "&preferredAuthentications=password"
                        : "&preferredAuthentications=publickey&privateKeyFile=" + sftp.keyFile());
        SftpEndpoint endpoint = camel.getEndpoint(uri, SftpEndpoint.class);
        // Never in the address, which is shown.
        Secret.of(null, sftp.passwordFile()).ifPresent(endpoint.getConfiguration()::setPassword);
        return endpoint;
    }
}
