package se.omsorgsbron.bridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.bridge.operations.AuditHealth;

/** A store over real HTTP that is down at first. */
class AuditShipmentTest {
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final TestLedger ledger = new TestLedger();
    private final TurnedClock clock = new TurnedClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> held = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile int status = 201;
    private volatile int answers = Integer.MAX_VALUE;
    private final Set<String> never = Collections.synchronizedSet(new HashSet<>());
    private HttpServer server;
    private InetSocketAddress address;
    private String url;
    private AuditShipment shipment;

    @TempDir
    private Path folder;

    private static final class TurnedClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void aStoreThatIsDown() throws IOException {
        start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
        server.stop(0);
        url = "http://127.0.0.1:" + address.getPort() + "/fhir";
        shipment = shipment();
        append(3);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void start(InetSocketAddress at) throws IOException {
        server = HttpServer.create(at, 0);
        server.createContext("/fhir/AuditEvent/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestURI().getPath().substring("/fhir/AuditEvent/".length());
        requests.add(exchange.getRequestMethod() + " " + id + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        if (never.contains(id)) {
            exchange.sendResponseHeaders(422, -1);
            exchange.close();
            return;
        }
        if (status < 300) {
            held.put(id, body);
        }
        if (requests.size() > answers) {
            // Stored, and nobody hears of it.
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private AuditShipment shipment() {
        return new AuditShipment(
                ledger.jdbc,
                url,
                new FhirAuditStore(URI.create(url), Duration.ofSeconds(5), Optional.of(() -> "made-up")),
                attempts -> WAIT,
                clock,
                meters);
    }

    private void append(int records) {
        AuditTrail trail =
                new AuditTrail(ledger.jdbc, ledger.transaction, new Anchors(folder.resolve("anchors")), clock);
        for (int i = 0; i < records; i++) {
            trail.append(AuditTrailTest.disclosure(TestFacts.PERSON, "CareTeam/" + i));
        }
    }

    private double lag() {
        return meters.get("omsorgsbron.audit.lag").gauge().value();
    }

    private List<String> events() {
        return ledger.jdbc.queryForList("select event from audit_event order by seq", String.class);
    }

    @Test
    void whatAStoreThatWasDownMissedItGetsInOrderOnceItAnswers() throws IOException {
        shipment.ship();
        assertThat(lag()).isEqualTo(3);
        assertThat(meters.counter("omsorgsbron.audit.failures").count()).isEqualTo(1);

        start(address);
        clock.now = clock.now.plus(WAIT);
        shipment.ship();

        assertThat(List.copyOf(held.values())).isEqualTo(events());
        assertThat(requests).allMatch(request -> request.startsWith("PUT ") && request.endsWith(" Bearer made-up"));
        assertThat(AuditShipment.deliveredTo(ledger.jdbc, url)).isEqualTo(3);
        assertThat(lag()).isZero();
    }

    @Test
    void itIsNotTriedAgainBeforeItsTime() throws IOException {
        shipment.ship();
        start(address);

        shipment.ship();

        assertThat(requests).isEmpty();
    }

    @Test
    void anAnswerThatWasLostMakesNoSecondEvent() throws IOException {
        start(address);
        answers = 2;
        shipment.ship();
        assertThat(AuditShipment.deliveredTo(ledger.jdbc, url)).isEqualTo(2);
        assertThat(held).hasSize(3);

        answers = Integer.MAX_VALUE;
        clock.now = clock.now.plus(WAIT);
        shipment.ship();

        assertThat(requests.size()).isGreaterThan(3);
        assertThat(List.copyOf(held.values())).isEqualTo(events());
    }

    @Test
    void aStoreThatRefusesEverythingIsWaitedForAndNoneIsLeftOut() throws IOException {
        start(address);
        status = 422;
        append(20);
        shipment.ship();
        assertThat(requests).as("so many refusals are not about the records").hasSize(10);
        assertThat(AuditShipment.deliveredTo(ledger.jdbc, url)).isZero();
        assertThat(refusals().all()).isEmpty();

        status = 200;
        clock.now = clock.now.plus(WAIT);
        shipment.ship();

        assertThat(List.copyOf(held.values())).isEqualTo(events());
    }

    @Test
    void oneThatIsRefusedForGoodHoldsUpNoLaterOneAndIsTriedAgainEveryDay() throws IOException {
        start(address);
        never.add(id(2));

        shipment.ship();

        assertThat(held.keySet()).containsExactly(id(1), id(3));
        assertThat(refusals().all()).singleElement().satisfies(refusal -> {
            assertThat(refusal.seq()).isEqualTo(2);
            assertThat(refusal.reason()).isEqualTo("it answered status 422");
        });
        assertThat(refusals().completeTo()).as("what may be cut").isEqualTo(1);
        assertThat(lag()).isEqualTo(1);
        assertThat(new AuditHealth(refusals()).health().getDetails().toString()).contains("record 2");

        shipment.ship();
        assertThat(requests).as("not before its time").hasSize(3);
        never.clear();
        clock.now = clock.now.plus(Duration.ofDays(1));
        shipment.ship();

        assertThat(held).hasSize(3);
        assertThat(refusals().all()).isEmpty();
        assertThat(refusals().completeTo()).isEqualTo(3);
        assertThat(lag()).isZero();
    }

    @Test
    void whatIsRefusedIsTriedAgainWhenSomebodyAsksForIt() throws IOException {
        start(address);
        never.add(id(1));
        shipment.ship();
        never.clear();

        assertThat(refusals().retry()).isEqualTo(1);
        clock.now = Instant.now();
        shipment.ship();

        assertThat(held).hasSize(3);
    }

    @Test
    void theNewestIsNotGivenUpBeforeALaterOneIsTaken() throws IOException {
        start(address);
        never.add(id(3));
        shipment.ship();
        assertThat(refusals().all()).isEmpty();
        assertThat(AuditShipment.deliveredTo(ledger.jdbc, url)).isEqualTo(2);

        append(1);
        clock.now = clock.now.plus(WAIT);
        shipment.ship();

        assertThat(refusals().all()).hasSize(1);
        assertThat(AuditShipment.deliveredTo(ledger.jdbc, url)).isEqualTo(4);
    }

    private AuditRefusals refusals() {
        return new AuditRefusals(ledger.jdbc, url);
    }

    private String id(int seq) throws IOException {
        return new JsonMapper().readTree(events().get(seq - 1)).path("id").asText();
    }

    @Test
    void afterARestartItGoesOnWhereItWas() throws IOException {
        start(address);
        shipment.ship();
        append(250);

        shipment().ship();

        assertThat(requests).hasSize(253);
        assertThat(List.copyOf(held.values())).isEqualTo(events());
        assertThat(new JsonMapper()
                        .readTree(held.values().iterator().next())
                        .path("resourceType")
                        .asText())
                .isEqualTo("AuditEvent");
    }
}
