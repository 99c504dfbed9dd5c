package se.omsorgsbron.fhirserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.PlainJWT;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter in a server as it is, before a servlet that counts what gets through. */
class TokenFilterTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    // Kept, as the level would go with a logger that nobody holds.
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    @TempDir
    private Path folder;

    private final AtomicInteger gotThrough = new AtomicInteger();
    private final Tomcat tomcat = new Tomcat();
    private TestIssuer issuer;

    @BeforeEach
    void start() throws Exception {
        TOMCAT_LOG.setLevel(Level.SEVERE);
        issuer = new TestIssuer();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getHost().getPipeline().addValve(RequestLog.in(folder.resolve("access.log"), true));
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "counting", new Counting(gotThrough));
        context.addServletMappingDecoded("/*", "counting");
        new TokenFilter(issuer.trust()).guard(context);
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        issuer.close();
    }

    @Test
    void aWriteWithAGoodTokenGetsThroughAndIsLoggedWithItsClient() throws Exception {
        assertThat(send("PUT", "/fhir/CareTeam/1", issuer.good()).statusCode()).isEqualTo(200);

        assertThat(gotThrough).hasValue(1);
        assertThat(logged()).singleElement().asString().matches("\\S+ PUT /fhir/CareTeam/1 200 [0-9]+ bridge");
    }

    @Test
    void noWriteGetsThroughWithoutAToken() throws Exception {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            HttpResponse<String> answer = send(method, "/fhir/CareTeam/1", "");
            assertThat(answer.statusCode()).as(method).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).contains("OperationOutcome");
        }
        assertThat(gotThrough).hasValue(0);
        assertThat(logged()).hasSize(4).allMatch(line -> line.endsWith(" -"));
    }

    @Test
    void readsAreOpenASearchByPostToo() throws Exception {
        assertThat(send("GET", "/fhir/CareTeam", "").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/fhir/Patient/_search", "").statusCode()).isEqualTo(200);

        assertThat(gotThrough).hasValue(2);
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedForWritesAndForReads() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(120));
        List<String> notGood = List.of(
                "nonsense",
                issuer.good().replaceAll("[^.]*$", ""),
                new PlainJWT(issuer.claims().build()).serialize(),
                issuer.forged(),
                issuer.foreign(),
                issuer.sign(issuer.claims().expirationTime(past)),
                issuer.sign(issuer.claims().expirationTime(null)),
                issuer.sign(issuer.claims().audience("https://bridge.omsorgsbron.example")),
                issuer.sign(issuer.claims().audience((String) null)),
                issuer.sign(issuer.claims().issuer("https://elsewhere.example")),
                issuer.sign(issuer.claims().claim("client_id", null)));
        for (String token : notGood) {
            assertThat(send("PUT", "/fhir/CareTeam/1", token).statusCode())
                    .as(token)
                    .isEqualTo(401);
            HttpResponse<String> read = send("GET", "/fhir/CareTeam", token);
            assertThat(read.statusCode()).as(token).isEqualTo(401);
            assertThat(read.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        }
        assertThat(gotThrough).hasValue(0);
        assertThat(send("PUT", "/fhir/CareTeam/1", issuer.good()).statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheKeysCannotBeFetchedNobodyIsBlamed() throws Exception {
        String good = issuer.good();
        issuer.close();

        assertThat(send("PUT", "/fhir/CareTeam/1", good).statusCode()).isEqualTo(503);
        assertThat(gotThrough).hasValue(0);
    }

    private HttpResponse<String> send(String method, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The access log, complete because the server has ended: a line is written after its answer. */
    private List<String> logged() throws IOException, LifecycleException {
        tomcat.stop();
        return Files.readAllLines(folder.resolve("access.log"));
    }

    private static final class Counting extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient AtomicInteger counter;

        Counting(AtomicInteger counter) {
            this.counter = counter;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            counter.incrementAndGet();
        }
    }
}
