package se.omsorgsbron.bridge.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import se.omsorgsbron.bridge.entrance.HostileInput.Attack;

/**
 * Generated requests at each entrance of the running bridge, as bytes on a socket, by a caller who may do everything there: none is
 * answered with a 5xx or with what the bridge is made of, none takes long, and a good request is answered afterwards. How many there
 * are says the build: a thousand each with {@code -Pthorough}.
 */
class HostileInputCases {
    private static final int PATIENCE_MS = (int) Duration.ofSeconds(15).toMillis();
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat [a-z]+\\.[a-z.]+\\(|java\\.|jakarta\\.|org\\.springframework|SQLSTATE|PSQL|HAPI-0389");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");

    private final RunningBridge bridge = RunningBridge.get();

    @Property(shrinking = ShrinkingMode.OFF)
    void atTheApi(@ForAll("requests") Attack attack) throws IOException {
        bounded(
                attack,
                List.of(
                        new Door("operations-0127", "/api/held"),
                        new Door("operations-0127", "/api/held/1"),
                        new Door("operations-0127", "/api/held/1/retry"),
                        new Door("operations-0127", "/api/held/1/discard"),
                        new Door("coordinator-0127", "/api/risks"),
                        new Door("coordinator-0127", "/api/risks/search"),
                        new Door("coordinator-0127", "/api/grounds/search"),
                        new Door("coordinator-0127", "/api/grounds/0a0a0a0a-0000-4000-8000-000000000999"),
                        new Door("coordinator-0127", "/api/disclosure/explain"),
                        new Door("auditor-0127", "/api/audit"),
                        new Door("auditor-0127", "/api/audit/who-looked"),
                        new Door("auditor-0127", "/api")));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void atTheFhirServer(@ForAll("requests") Attack attack) throws IOException {
        bounded(
                attack,
                List.of(
                        new Door("coordinator-0127", "/fhir/Consent"),
                        new Door("coordinator-0127", "/fhir/Consent/0a0a0a0a-0000-4000-8000-000000000999"),
                        new Door("coordinator-0127", "/fhir/Consent/_search"),
                        new Door("primary-care-0127", "/fhir/CareTeam"),
                        new Door("primary-care-0127", "/fhir/CareTeam/_search"),
                        new Door("primary-care-0127", "/fhir/Communication"),
                        new Door("primary-care-0127", "/fhir/Communication/$validate"),
                        new Door("primary-care-0127", "/fhir/CareTeam/0a0a0a0a-0000-4000-8000-000000000999"),
                        new Door("primary-care-0127", "/fhir/Patient/1"),
                        new Door("primary-care-0127", "/fhir/metadata"),
                        new Door("primary-care-0127", "/fhir")));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void atTheNightPatrolsEntrance(@ForAll("requests") Attack attack) throws IOException {
        bounded(
                attack,
                List.of(
                        new Door("night-patrol-0127", "/night-patrol/v1/notes"),
                        new Door("night-patrol-0127", "/night-patrol/v1/visits"),
                        new Door("night-patrol-0127", "/night-patrol/v1/batches"),
                        new Door("night-patrol-0127", "/night-patrol/v1/withdrawals"),
                        new Door("night-patrol-0127", "/night-patrol/v1/seen"),
                        new Door("night-patrol-0127", "/night-patrol/v1/changes"),
                        new Door(
                                "night-patrol-0127",
                                "/night-patrol/v1/receipts/0a0a0a0a-0000-4000-8000-000000000999")));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void atHealthAndMetrics(@ForAll("requests") Attack attack) throws IOException {
        bounded(
                attack,
                List.of(
                        new Door("monitoring", "/actuator/health/liveness"),
                        new Door("monitoring", "/actuator/metrics"),
                        new Door("monitoring", "/actuator"),
                        new Door("monitoring", "/")));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void atTheTokens(@ForAll("texts") String token) throws IOException {
        judge(
                "a token of " + token.length(),
                exchange("GET /api/held HTTP/1.1\r\nHost: bridge\r\nConnection: close\r\nAuthorization: Bearer "
                        + token.replaceAll("[\\r\\n]", " ") + "\r\n\r\n"));
    }

    @AfterContainer
    static void aGoodRequestIsStillAnsweredAndMemoryIsBounded() {
        RunningBridge bridge = RunningBridge.get();
        HttpResponse<String> held = bridge.send("GET", "/api/held", bridge.token("operations-0127"), "");
        assertThat(held.statusCode()).isEqualTo(200);
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        assertThat(used).isLessThan(400L << 20);
    }

    /** Where somebody may come in, and who. */
    private record Door(String client, String path) {}

    private void bounded(Attack attack, List<Door> doors) throws IOException {
        Door door = doors.get(attack.endpoint() % doors.size());
        String path = door.path() + attack.suffix().replaceAll("[\\r\\n ]", "%20");
        byte[] body = attack.body().getBytes(StandardCharsets.UTF_8);
        judge(
                attack.toString(),
                exchange(attack.method() + " " + path + " HTTP/1.1\r\nHost: bridge\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + bridge.token(door.client()) + "\r\n"
                        + "Content-Type: " + attack.contentType() + "\r\nContent-Length: " + body.length + "\r\n"
                        + attack.headers() + "\r\n" + attack.body()));
    }

    private static void judge(String request, String answer) {
        // A connection that is cut without a word is an answer, too.
        STATUS.matcher(answer)
                .results()
                .findFirst()
                .ifPresent(status -> assertThat(Integer.parseInt(status.group(1)))
                        .as(request + " was answered with "
                                + answer.lines().findFirst().orElse(""))
                        // CONNECT never gets as far as the bridge: Tomcat says that it is no proxy.
                        .satisfies(code -> assertThat(code < 500 || (code == 501 && request.startsWith("CONNECT")))
                                .isTrue()));
        assertThat(INSIDES.matcher(answer).find()).as(answer).isFalse();
    }

    private String exchange(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bridge.uri("/").getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request.getBytes(StandardCharsets.UTF_8));
                out.flush();
                // Nothing more comes: else the bridge waits for the rest that some of them announce, as long as it has
                // patience.
                socket.shutdownOutput();
            } catch (IOException refused) {
                // The bridge may hang up on what is too large before it has come to an end; what it said is read all
                // the same.
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("no answer in " + PATIENCE_MS + " ms", silent);
        } catch (IOException cut) {
            // Reset by the bridge: what it said before counts.
        }
        return answer.toString();
    }

    @Provide
    Arbitrary<Attack> requests() {
        return HostileInput.requests();
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileInput.tokens(bridge.token("operations-0127"));
    }
}
