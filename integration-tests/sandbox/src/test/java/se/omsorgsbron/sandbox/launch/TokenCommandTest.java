package se.omsorgsbron.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenCommandTest {
    private static final TownClient AUDITOR = new TownClient(
            "auditor-0330",
            "auditor in Knivsta",
            TownClients.BRIDGE,
            "audit.read system/AuditEvent.rs",
            Optional.empty());

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private Map<String, String> asked = Map.of();
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        new ClientRegister(StateFolder.kept(folder)).write(List.of(AUDITOR));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theTokenAndNothingElseIsPrinted() throws Exception {
        assertThat(run(town(), "auditor-0330")).isZero();

        assertThat(out).hasToString("a.fresh.token" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
        assertThat(asked).containsEntry("scope", "audit.read system/AuditEvent.rs");
        SignedJWT statement = SignedJWT.parse(asked.get("client_assertion"));
        assertThat(statement.verify(new ECDSAVerifier(new ClientRegister(StateFolder.kept(folder))
                        .key("auditor-0330")
                        .toPublicJWK())))
                .isTrue();
        assertThat(statement.getJWTClaimsSet().getSubject()).isEqualTo("auditor-0330");
    }

    @Test
    void whatGoesWrongIsASentenceBesideTheOutput() {
        assertThat(run(Optional.empty(), "auditor-0330")).isEqualTo(2);
        assertThat(run(town(), "nobody")).isEqualTo(2);
        status = 401;
        assertThat(run(town(), "auditor-0330")).isEqualTo(2);
        server.stop(0);
        assertThat(run(town(), "auditor-0330")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "No town is running: start one with './omsorgsbron sandbox' and try again.",
                        "The running town has no client nobody: write one of auditor-0330.",
                        "The authorization server gave no token to auditor-0330: it answered status 401.",
                        "The town's authorization server does not answer: has the town ended?");
    }

    @Test
    void withoutAClientAndInTheHelpTheClientsAreListed() {
        assertThat(run(town())).isZero();
        assertThat(out.toString())
                .isEqualToIgnoringNewLines("auditor-0330  auditor in Knivsta  audit.read system/AuditEvent.rs");

        assertThat(run(town(), "--help")).isZero();
        assertThat(out.toString()).contains("Usage: omsorgsbron token").contains("""
                The clients of the running town:
                  auditor-0330        auditor in Knivsta
                """);
        assertThat(run(Optional.empty(), "--help")).isZero();
        assertThat(out.toString()).contains("No town is running.");
    }

    private int run(Optional<RunningTown> town, String... arguments) {
        CommandLine line = TokenCommand.line(town);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked = Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        byte[] body = "{\"access_token\": \"a.fresh.token\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Optional<RunningTown> town() {
        String none = "";
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        return Optional.of(new RunningTown(
                1,
                none,
                "" + folder,
                none,
                none,
                none,
                issuer,
                none,
                none,
                none,
                none,
                none,
                1,
                1,
                1,
                1,
                1,
                none,
                1,
                1));
    }
}
