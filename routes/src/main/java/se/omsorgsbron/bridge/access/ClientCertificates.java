package se.omsorgsbron.bridge.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Which certificate the bridge shows to which system that asks for one (mutual TLS). Files that were changed are read anew for the next
 * connection. Whom the bridge trusts is Java's own affair, host names included.
 */
public final class ClientCertificates extends X509ExtendedKeyManager {
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(5);

    private final Map<String, Pair> files;
    private final Map<String, Loaded> loaded = new HashMap<>();

    /** PEM files: the certificate with its chain, and its private key. */
    public record Pair(Path certificate, Path key) {}

    private record Loaded(FileTime certificateTime, FileTime keyTime, List<X509Certificate> chain, PrivateKey key) {}

    /** @param files by the system's address, of which host and port count */
    public ClientCertificates(Map<URI, Pair> files) {
        Map<String, Pair> byHost = new HashMap<>();
        files.forEach((address, pair) -> byHost.put(host(address.getHost(), port(address)), pair));
        this.files = byHost;
    }

    /** Why the pair cannot be used; empty if it can. */
    public static Optional<String> problem(Pair pair) {
        try {
            load(pair);
            return Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            return Optional.of(
                    "and the key beside it are no pair of PEM files that can be read: a certificate, and its private key"
                            + " (PKCS#8) without a password");
        }
    }

    /** For every connection of this process that chooses no other. */
    public SSLContext context(TrustManager... trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, trusted.length == 0 ? null : trusted, null);
            // A session that is taken up again shows nothing anew.
            context.getClientSessionContext().setSessionTimeout((int) LONGEST_SESSION.toSeconds());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? 443 : address.getPort();
    }

    private static String host(String name, int port) {
        return name + ":" + port;
    }

    private String alias(SSLSession session) {
        String host = host(session.getPeerHost(), session.getPeerPort());
        return files.containsKey(host) ? host : null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return socket instanceof SSLSocket tls ? alias(tls.getHandshakeSession()) : null;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return alias(engine.getHandshakeSession());
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current(alias).key();
    }

    private synchronized Loaded current(String alias) {
        Pair pair = files.get(alias);
        Loaded known = loaded.get(alias);
        try {
            if (known == null
                    || !known.certificateTime().equals(Files.getLastModifiedTime(pair.certificate()))
                    || !known.keyTime().equals(Files.getLastModifiedTime(pair.key()))) {
                loaded.put(alias, load(pair));
            }
        } catch (IOException | RuntimeException unreadable) {
            // Half written, perhaps: what was there before serves until the next connection.
            if (known == null) {
                throw new UncheckedIOException(new IOException("a client certificate cannot be read"));
            }
        }
        return loaded.get(alias);
    }

    private static Loaded load(Pair pair) throws IOException {
        FileTime certificateTime = Files.getLastModifiedTime(pair.certificate());
        FileTime keyTime = Files.getLastModifiedTime(pair.key());
        PemSslStore store = PemSslStore.load(PemSslStoreDetails.forCertificates(Files.readString(pair.certificate()))
                .withPrivateKey(Files.readString(pair.key())));
        if (store.certificates() == null || store.certificates().isEmpty() || store.privateKey() == null) {
            throw new IllegalArgumentException("a certificate or its key is missing");
        }
        return new Loaded(certificateTime, keyTime, store.certificates(), store.privateKey());
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return files.keySet().toArray(String[]::new);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
