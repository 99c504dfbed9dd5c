package se.omsorgsbron.bridge.entrance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.Execution;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.JournalNote;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.RecordedGround;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.bridge.app.BridgeApplication;
import se.omsorgsbron.bridge.config.ConfigurationFile;
import se.omsorgsbron.bridge.intake.JournalStandIn;
import se.omsorgsbron.bridge.ledger.FeedKey;
import se.omsorgsbron.bridge.ledger.ShrinkGuard;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.bridge.ledger.TestLedger;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/**
 * The whole bridge with two municipalities, each with a primary care, one person under the same number, and one held item; the same
 * for every test of a JVM. Everything that is Botkyrka's alone carries the word {@link #BOTKYRKAS}, everything that is Nacka's
 * {@link #NACKAS}.
 */
final class RunningBridge {
    static final String BOTKYRKA = "0127";
    static final String NACKA = "0182";
    static final String BOTKYRKAS = "Alfabeta";
    static final String NACKAS = "Gammadelta";
    static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    /** Somebody of whom nothing is recorded and only the night patrol writes. */
    static final String AT_NIGHT = "189602029812";

    private static RunningBridge running;

    /** Where Nacka's patrol, which has no API, puts its files, and where it finds those of the bridge. */
    final Path filesIn;

    final Path filesOut;

    final TestIssuer issuer = new TestIssuer();
    final TestLedger ledger = new TestLedger();
    final JournalStandIn journal = new JournalStandIn();
    final Map<String, FhirStandIn> primaryCare = new TreeMap<>();
    final ServletWebServerApplicationContext context;
    final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String base;

    private RunningBridge() throws IOException {
        primaryCare.put(BOTKYRKA, new FhirStandIn());
        primaryCare.put(NACKA, new FhirStandIn());
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bridge");
        filesIn = Files.createDirectories(folder.resolve("in")).toAbsolutePath();
        filesOut = Files.createDirectories(folder.resolve("out")).toAbsolutePath();
        Path file = Files.writeString(folder.resolve("bridge.yaml"), yaml(folder));
        ConfigurationFile.Loaded loaded = ConfigurationFile.load(file);
        if (!(loaded instanceof ConfigurationFile.Loaded.Good good)) {
            throw new IllegalStateException(loaded.toString());
        }
        store(BOTKYRKA, BOTKYRKAS);
        store(NACKA, NACKAS);
        context = (ServletWebServerApplicationContext)
                BridgeApplication.application(good.configuration(), file).run();
        base = "http://127.0.0.1:" + context.getWebServer().getPort();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> primaryCare.values().stream()
                        .allMatch(server -> holds(server, "CareTeam")
                                && holds(server, "CarePlan")
                                && holds(server, "Communication")));
    }

    private static boolean holds(FhirStandIn server, String type) {
        return server.store.keys().stream().anyMatch(key -> key.startsWith(type + "/"));
    }

    /** The one of this JVM; started at the first call. */
    static synchronized RunningBridge get() {
        if (running == null) {
            try {
                running = new RunningBridge();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private String yaml(Path folder) {
        return """
                server: {port: 0}
                logging: {level: {root: "OFF", se.omsorgsbron: "OFF"}}
                omsorgsbron:
                  ledger: {url: "%s", username: postgres, password: postgres}
                  audit: {anchors: "%s"}
                  observe: {interval: 1h, patience: 1s}
                  deliver: {workers: 2}
                  entrance:
                    issuer: "%s"
                    jwks-url: "%s/jwks"
                    audience: "%s"
                    requests-per-second: 100000
                    clients:
                      monitoring: {role: monitoring}
                %s
                  municipalities:
                %s
                """.formatted(
                        ledger.url,
                        folder.resolve("anchors.log"),
                        issuer.address,
                        issuer.address,
                        TestIssuer.AUDIENCE,
                        clients(BOTKYRKA) + clients(NACKA),
                        municipality(BOTKYRKA, "botkyrka") + municipality(NACKA, "nacka"));
    }

    private static String clients(String code) {
        return """
                      operations-%1$s: {municipality: "%1$s", role: operations}
                      coordinator-%1$s: {municipality: "%1$s", role: coordinator}
                      auditor-%1$s: {municipality: "%1$s", role: auditor}
                      night-patrol-%1$s: {municipality: "%1$s", role: night-patrol, recipient: night-patrol}
                      primary-care-%1$s: {municipality: "%1$s", role: recipient, recipient: primary-care}
                """.formatted(code);
    }

    private String municipality(String code, String table) {
        return """
                    "%1$s":
                      name: %2$s
                      disclosure: %2$s
                      case-system:
                        type: lifecare
                        url: "%4$s"
                        domain: "%1$s"
                        key: made-up
                        journal: {unit: 77, personnel-id: 5, headlines: {deviation: 100502, daily: 100501, risk: 100503,
                          officer-contact: 100504}}
                      recipients:
                        primary-care:
                          type: fhir-r4
                          url: "%3$s"
                          operated-by: region
                          create-patients: true
                        night-patrol: {type: night-patrol, operated-by: %5$s}
                """.formatted(
                        code,
                        table,
                        primaryCare.get(code).base(),
                        journal.base(),
                        code.equals(NACKA) ? files() : "municipality");
    }

    private String files() {
        return "private-provider, files: {in: \"%s\", out: \"%s\", interval: 200ms, settle: 100ms, write-every: 200ms}"
                .formatted(filesIn, filesOut);
    }

    private void store(String code, String word) {
        Fact person = TestFacts.person(code.equals(BOTKYRKA) ? "127001" : "182001", TestFacts.NUMBER, "Berg" + word);
        List<Fact> facts = new ArrayList<>(List.of(
                TestFacts.staff("2", "189001019802"),
                person,
                TestFacts.person(code.equals(BOTKYRKA) ? "127002" : "182002", AT_NIGHT, "Natt" + word),
                TestFacts.contact("3", TestFacts.NUMBER, "189001019802"),
                TestFacts.about(
                        "executions",
                        "4",
                        TestFacts.NUMBER,
                        new Execution(Law.SOL, "Hemtjänst " + word, Period.from(DAY), Optional.empty())),
                TestFacts.plan("5", TestFacts.NUMBER, DAY),
                TestFacts.about("documentations", "6", TestFacts.NUMBER, risk(word))));
        for (RecordedGround.Kind kind : List.of(
                RecordedGround.Kind.CONSENT, RecordedGround.Kind.SVOD_INFORMATION, RecordedGround.Kind.HARM_TEST)) {
            facts.add(TestFacts.about(
                    "rows",
                    kind.name(),
                    TestFacts.NUMBER,
                    new RecordedGround(
                            kind,
                            new RecordedGround.Scope(List.of(), List.of(DisclosedConcept.values())),
                            Period.from(DAY),
                            "Koordinator " + word)));
        }
        List<Observation> read = new ArrayList<>();
        facts.forEach(fact -> read.add(new Observation.Read(fact.source(), List.of(fact), List.of())));
        read.add(new Observation.Unreadable(
                TestFacts.source("service_plans", "held"),
                Optional.empty(),
                "{\"Text\":\"" + word + "\"}",
                List.of(new Problem(Reason.NOT_A_DATE, "EstablishedDate", "10 characters", "a date"))));
        ledger.store.store(
                new FeedKey(code, "lifecare", "all"),
                new Observations(read, new Coverage.Changes(TestFacts.WATERMARK)),
                new ShrinkGuard(2, 3),
                List.of(TestLedger.RECIPIENT));
    }

    private static JournalNote risk(String word) {
        java.time.Instant written = java.time.Instant.parse("2026-11-02T08:00:00Z");
        return new JournalNote(
                NoteKind.RISK,
                written,
                written,
                Optional.of(written),
                Optional.empty(),
                new PersonName("Åsa", "Ek"),
                "",
                new FreeText("Risk för fall. " + word),
                false,
                Optional.empty(),
                false,
                Law.SOL);
    }

    /** The person's UUID in a municipality's part of the ledger. */
    UUID person(String code) {
        return ledger.subjects.resolve(code, List.of(TestFacts.number(TestFacts.NUMBER))).values().stream()
                .findFirst()
                .orElseThrow();
    }

    /** A token of that client with every scope there is: its role is what holds it back. */
    String token(String client) {
        return tokens.computeIfAbsent(
                client,
                name -> issuer.token(
                        name,
                        "held.read held.write grounds.read grounds.write disclosure.read audit.read metrics.read"
                                + " person.read person.write patrol.write patrol.read system/*.cruds"));
    }

    /** Sends a request; an empty token means none, an empty body means none. */
    HttpResponse<String> send(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", path.startsWith("/fhir") ? "application/fhir+json" : "application/json");
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create(base + path);
    }
    /** What stands in the case system's journal with these words in it. */
    List<String> standing(String words) {
        return journal.notes().stream()
                .map(note -> note.path("text").asText())
                .filter(written -> written.contains(words))
                .toList();
    }
}
