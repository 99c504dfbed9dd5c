package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import se.omsorgsbron.bridge.config.FilesSettings.Sftp;

/** A real SSH server with SFTP, over a folder; it lets one user in, with one key. */
final class TestSftpServer implements AutoCloseable {
    private static final String ALGORITHM = "ecdsa-sha2-nistp256";

    final Path root;
    private final KeyPair host;
    private final KeyPair user;
    private final Path keys;
    private SshServer server;
    private int port;

    /** @param folder in which its files and the keys are */
    TestSftpServer(Path folder) throws IOException, GeneralSecurityException {
        root = Files.createDirectories(folder.resolve("root"));
        keys = Files.createDirectories(folder.resolve("keys"));
        host = KeyUtils.generateKeyPair(ALGORITHM, 256);
        user = KeyUtils.generateKeyPair(ALGORITHM, 256);
        start();
        try (OutputStream out = Files.newOutputStream(keys.resolve("user"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "test", null, out);
        }
        Files.writeString(
                keys.resolve("known"), "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(host.getPublic()));
    }

    /** Starts, at the second time where it was before. */
    void start() throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator(
                (name, key, session) -> name.equals("bridge") && KeyUtils.compareKeys(key, user.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        port = server.getPort();
    }

    void stop() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String place(String folder) {
        return "sftp://bridge@127.0.0.1:" + port + "/" + folder;
    }

    Path keyFile() {
        return keys.resolve("user");
    }

    Path knownHosts() {
        return keys.resolve("known");
    }

    Sftp settings() {
        return new Sftp(keyFile(), null, knownHosts(), java.time.Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        stop();
    }
}
