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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

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
                        new Door("primary-care-0127", "/fhir/Patient/1"),
                        new Door("primary-care-0127", "/fhir/metadata"),
                        new Door("primary-care-0127", "/fhir")));
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

    /** One request. */
    record Attack(String method, String suffix, String headers, String contentType, String body, int endpoint) {
        @Override
        public String toString() {
            return method + " +" + start(suffix) + ", " + contentType + ", " + start(headers) + ", body " + start(body);
        }

        private static String start(String text) {
            return text.substring(0, Math.min(80, text.length())).replaceAll("\\p{Cntrl}", "?") + " (" + text.length()
                    + ")";
        }
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
        Arbitrary<String> methods = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("GET", "POST", "PUT", "DELETE", "PATCH")),
                Tuple.of(1, Arbitraries.of("OPTIONS", "HEAD", "TRACE", "get", "QQ", "CONNECT")));
        return Combinators.combine(
                        methods,
                        suffixes(),
                        headers(),
                        types(),
                        bodies(),
                        Arbitraries.integers().between(0, 99))
                .as(Attack::new);
    }

    private Arbitrary<String> suffixes() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.of(
                        "/../../etc/passwd",
                        "/%2e%2e/%2e%2e/x",
                        "/..;/actuator/env",
                        "//",
                        "/%00",
                        "/%",
                        "/;a=b",
                        "/%2F",
                        "?a[]=1",
                        "?after=9999999999999999999",
                        "?after=-1&count=0",
                        "?count=2147483648",
                        "?_format=ttl",
                        "?_format=xml",
                        "?_format=%00",
                        "?_id=%27%20or%201=1--",
                        "?patient=Patient/../x",
                        "?_id=http://169.254.169.254/latest",
                        "?patient=http://127.0.0.1:1/Patient/1",
                        "?_getpages=1",
                        "?_pretty=true&_summary=count",
                        "?_elements=%00",
                        "?_sort=-_id",
                        "/$validate",
                        "/$everything",
                        "/_history/1",
                        "?_has:A:b:c=d",
                        "?patient.identifier=1|2",
                        "?patient:Patient.x=1",
                        "?__proto__=1"),
                strings(200).map(text -> "/" + encoded(text)),
                strings(200).map(text -> "?_id=" + encoded(text) + "&patient=" + encoded(text)),
                Arbitraries.integers().between(1000, 20_000).map("/x"::repeat));
    }

    private Arbitrary<String> headers() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.of(
                        "Accept: text/turtle\r\n",
                        "Accept: application/fhir+xml\r\n",
                        "Accept: */*;q=a\r\n",
                        "Accept: \u0000\r\n",
                        "Transfer-Encoding: chunked\r\n",
                        "Expect: 100-continue\r\n",
                        "Content-Encoding: gzip\r\n",
                        "X-Forwarded-Host: evil\r\n",
                        "Range: bytes=0-1\r\n",
                        "If-Match: W/\"x\"\r\n",
                        "If-None-Exist: a=b\r\n",
                        "Prefer: respond-async\r\n",
                        "Upgrade: h2c\r\n",
                        "X-HTTP-Method-Override: DELETE\r\n",
                        "Cookie: JSESSIONID=../x\r\n",
                        "Accept-Charset: x\r\n",
                        "Authorization: Basic eDp5\r\n",
                        "Accept-Encoding: gzip\r\n",
                        ": x\r\n",
                        "a b: c\r\n"),
                strings(300).map(text -> "X-A: " + text.replaceAll("[\\r\\n]", "") + "\r\n"),
                Arbitraries.integers().between(100, 3000).map(i -> "X: y\r\n".repeat(i)));
    }

    private static Arbitrary<String> types() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("application/json", "application/fhir+json")),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "application/x-www-form-urlencoded",
                                "text/xml",
                                "application/fhir+xml",
                                "text/turtle",
                                "x",
                                "application/json;charset=utf-16",
                                "application/json;charset=none",
                                "*/*",
                                "",
                                "multipart/form-data; boundary=x",
                                "application/x-java-serialized-object")));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                strings(400),
                Arbitraries.of(
                        "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA", "A".repeat(15_000)),
                strings(60).map(text -> bridge.token("operations-0127") + text));
    }

    private Arbitrary<String> bodies() {
        return Arbitraries.oneOf(
                Arbitraries.just(""),
                strings(500),
                sizes(400_000).map(deep -> "[".repeat(deep)),
                sizes(70_000).map(deep -> "{\"extension\":[".repeat(deep) + "]}".repeat(deep)),
                sizes(2_000_000).map(length -> "{\"person\":\"" + "x".repeat(length) + "\"}"),
                Arbitraries.of(
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Consent>&b;</Consent>",
                        "{\"@class\":\"java.lang.ProcessBuilder\",\"@type\":\"x\"}",
                        "{\"person\":1e999999999}",
                        "{\"person\":\"client:1\",\"person\":\"client:2\"}",
                        "null",
                        "[]",
                        "\"",
                        "{\"person\":\"\\ud800\"}",
                        "{\"person\":\"client:\u202e1\",\"reason\":\"\u0000\"}",
                        "{}{}",
                        "{\"reason\":\"=cmd|' /C calc'!A0\"}",
                        "{\"reason\":\"a\\r\\nINFO forged\"}",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}",
                        "{\"resourceType\":\"Consent\",\"contained\":[{\"resourceType\":\"Consent\"}]}",
                        "{\"resourceType\":\"Consent\",\"patient\":{\"reference\":\"http://127.0.0.1:1/Patient/1\"}}",
                        "{\"resourceType\":\"\\u0000\"}",
                        "{\"resourceType\":\"Patient\",\"id\":\"1\"}",
                        "{\"resourceType\":\"Consent\",\"status\":\"active\",\"dateTime\":\"0000-00-00\"}",
                        "{\"resourceType\":\"Consent\",\"status\":\"active\",\"provision\":{\"type\":\"permit\",\"period\":{\"start\":\"9999-12-31T23:59:60Z\"}}}"),
                strings(60)
                        .map(text -> "{\"person\":\"" + json(text) + "\",\"kind\":\"" + json(text) + "\",\"from\":\""
                                + json(text) + "\",\"scope\":{\"concepts\":[\"" + json(text) + "\"]},\"recordedBy\":\""
                                + json(text)
                                + "\"}"),
                strings(60)
                        .map(text -> "{\"resourceType\":\"Consent\",\"status\":\"" + json(text)
                                + "\",\"patient\":{\"identifier\":" + "{\"value\":\"" + json(text)
                                + "\"}},\"dateTime\":\"" + json(text) + "\"}"));
    }

    /** Mostly just too many, at times as many as there can be. */
    private static Arbitrary<Integer> sizes(int most) {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(10, 2_000)), Tuple.of(1, Arbitraries.just(most)));
    }

    private static Arbitrary<String> strings(int longest) {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(longest),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(longest));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replaceAll("[\"\\\\\\p{Cntrl}]", "");
    }
}
