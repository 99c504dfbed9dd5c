package se.omsorgsbron.bridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.access.ClientCertificates.Pair;

/** Against a server over real TLS that lets nobody in without a certificate. */
class ClientCertificatesTest {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    @TempDir
    private Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpsServer server;
    private URI address;
    private TrustManager[] trusted;

    @BeforeEach
    void aServerThatAsksForACertificate() throws Exception {
        KeyStore own = made("server");
        KeyStore everybody = KeyStore.getInstance("PKCS12");
        everybody.load(null, null);
        everybody.setCertificateEntry("server", own.getCertificate("key"));
        for (String client : List.of("first", "second")) {
            KeyStore store = made(client);
            everybody.setCertificateEntry(client, store.getCertificate("key"));
            pem(client, store);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(everybody);
        trusted = trust.getTrustManagers();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        server.createContext("/", exchange -> {
            X509Certificate shown = (X509Certificate) ((com.sun.net.httpserver.HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerCertificates()[0];
            seen.add(shown.getSubjectX500Principal().getName());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        address = URI.create("https://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void theServerEnds() {
        server.stop(0);
    }

    @Test
    void theSystemIsShownItsCertificate() throws Exception {
        assertThat(ask(address)).isEqualTo(200);

        assertThat(seen).containsExactly("CN=first");
    }

    @Test
    void anotherSystemIsShownNone() {
        assertThatThrownBy(() -> ask(URI.create("https://localhost:1"))).isInstanceOf(IOException.class);

        assertThat(seen).isEmpty();
    }

    @Test
    void aNewCertificateIsUsedWithoutARestart() throws Exception {
        SSLContext context = context(address);
        context.getClientSessionContext().setSessionTimeout(1);
        ask(context);
        for (String kind : List.of(".crt", ".key")) {
            Path file = folder.resolve("first" + kind);
            Files.copy(folder.resolve("second" + kind), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        }

        await().untilAsserted(() -> {
            ask(context);
            assertThat(seen).startsWith("CN=first").endsWith("CN=second");
        });
    }

    @Test
    void aPairThatIsNoneIsSaidInWords() throws IOException {
        Path nonsense = Files.writeString(
                folder.resolve("nonsense"), "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----");

        assertThat(ClientCertificates.problem(new Pair(nonsense, folder.resolve("first.key"))))
                .isPresent();
        assertThat(ClientCertificates.problem(pair("first"))).isEmpty();
    }

    private int ask(URI configured) throws IOException, InterruptedException {
        return ask(context(configured));
    }

    private SSLContext context(URI configured) {
        return new ClientCertificates(Map.of(configured, pair("first"))).context(trusted);
    }

    private int ask(SSLContext context) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(context)
                .build()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private Pair pair(String name) {
        return new Pair(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    }

    /** A key pair whose certificate is signed by itself, made by the JDK's own tool. */
    private KeyStore made(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private void pem(String name, KeyStore store) throws IOException, GeneralSecurityException {
        write(name + ".crt", "CERTIFICATE", store.getCertificate("key").getEncoded());
        write(name + ".key", "PRIVATE KEY", store.getKey("key", PASSWORD).getEncoded());
    }

    private void write(String name, String type, byte[] content) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                        + "-----\n");
    }
}
