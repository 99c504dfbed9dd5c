package se.omsorgsbron.sandbox.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.sandbox.town.Town;

/** The processes of one town, started and ended together. */
final class Sandbox implements AutoCloseable {
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Home home;
    private final StateFolder state;
    private final Optional<Path> people;
    private final List<Child> children = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private RunningTown running;

    /** @param people folder of the town; empty for the built-in one */
    Sandbox(Home home, StateFolder state, Optional<Path> people) {
        this.home = home;
        this.state = state;
        this.people = people;
    }

    RunningTown start() throws IOException, InterruptedException {
        Instant startedAt = Instant.now();
        Path town = people.isPresent() ? people.get() : state.builtInTown();
        int fhirPort = Child.freePort();
        String fhir = LOOPBACK + fhirPort + "/fhir";
        int authorizationPort = Child.freePort();
        String issuer = LOOPBACK + authorizationPort;
        Progress.say("Starting primary care, a HAPI FHIR JPA server …");
        Child fhirServer = child(
                "fhir-server",
                "1g",
                home.fhirServer(),
                List.of(
                        "--port",
                        "" + fhirPort,
                        "--data",
                        "" + state.fhir(),
                        "--access-log",
                        "" + state.fhirAccessLog(),
                        "--issuer",
                        issuer,
                        "--issuer-jwks",
                        issuer + "/oauth2/jwks",
                        "--audience",
                        TownClients.PRIMARY_CARE));
        Progress.say("Starting the authorization server …");
        new ClientRegister(state).write(TownClients.of(Town.read(town), BridgeSettings.RECIPIENTS));
        Child authorizationServer = child(
                "authorization-server",
                "64m",
                home.authorizationServer(),
                List.of("--port", "" + authorizationPort, "--clients", "" + state.clients()));
        Progress.say("Starting PostgreSQL …");
        postgres = Postgres.start(state.postgres());
        int lifecarePort = Child.freePort();
        Progress.say("Starting Lifecare with the people of " + town + " …");
        Child lifecare = child(
                "lifecare",
                "256m",
                home.sandbox(),
                List.of(
                        "lifecare",
                        "--town",
                        "" + town,
                        "--state",
                        "" + state.lifecare(),
                        "--port",
                        "" + lifecarePort,
                        "--access-log",
                        "" + state.logs().resolve("lifecare-access.log")));
        lifecare.awaitReady(URI.create(LOOPBACK + lifecarePort + "/_sandbox/changes"), Duration.ofMinutes(1));
        authorizationServer.awaitReady(URI.create(issuer + "/oauth2/jwks"), Duration.ofMinutes(1));
        fhirServer.awaitReady(URI.create(fhir + "/metadata"), Duration.ofMinutes(3));
        int bridgePort = Child.freePort();
        BridgeSettings.Addresses addresses = new BridgeSettings.Addresses(
                postgres.getJdbcUrl("postgres", "postgres"),
                LOOPBACK + lifecarePort + "/WE.EC.Integration.Host",
                fhir,
                issuer,
                bridgePort);
        new BridgeSettings(state, town).write(addresses);
        if (!new DisclosureTables(town, state.path()).recordsGrounds()) {
            Progress.say(
                    "The town records no grounds for disclosure: primary care is taken as the municipality's own.");
        }
        Progress.say("Starting the bridge …");
        long begin = System.nanoTime();
        Child bridge = child("bridge", "512m", home.bridge(), List.of("run", "--config", "" + state.configuration()));
        String health = LOOPBACK + bridgePort + "/actuator/health/";
        bridge.awaitReady(URI.create(health + "liveness"), Duration.ofMinutes(2));
        double live = (System.nanoTime() - begin) / 1e9;
        bridge.awaitReady(URI.create(health + "readiness"), Duration.ofMinutes(2));
        double ready = (System.nanoTime() - begin) / 1e9;
        int patrolPort = Child.freePort();
        Child patrols = child(
                "patrol",
                "64m",
                home.sandbox(),
                List.of(
                        "patrol",
                        "--town",
                        "" + town,
                        "--state",
                        "" + state.path(),
                        "--bridge",
                        LOOPBACK + bridgePort,
                        "--issuer",
                        issuer,
                        "--port",
                        "" + patrolPort));
        String patrol = LOOPBACK + patrolPort + "/_sandbox/patrol";
        patrols.awaitReady(URI.create(patrol), Duration.ofMinutes(1));
        running = new RunningTown(
                ProcessHandle.current().pid(),
                "" + home.folder(),
                "" + state.path(),
                "" + town,
                addresses.lifecare(),
                fhir,
                issuer,
                LOOPBACK + bridgePort,
                patrol,
                addresses.ledger(),
                "" + state.configuration(),
                "" + state.fhirAccessLog(),
                bridge.pid(),
                fhirServer.pid(),
                lifecare.pid(),
                authorizationServer.pid(),
                patrols.pid(),
                startedAt.toString(),
                live,
                ready);
        running.leaveNote();
        Progress.print(running.description());
        return running;
    }

    private Child child(String name, String heap, Path jar, List<String> arguments) {
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        options.addAll(Home.options(jar));
        Child child = Child.start(name, state.logs(), options, jar, arguments);
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    /** Whether the town has not been ended. */
    boolean runs() {
        synchronized (children) {
            return !children.isEmpty();
        }
    }

    /** Ends every process, the bridge first; a folder that is not kept goes. */
    @Override
    public void close() {
        synchronized (children) {
            for (int i = children.size() - 1; i >= 0; i--) {
                children.get(i).stop();
            }
            children.clear();
            if (postgres != null) {
                Postgres.stop(postgres);
                postgres = null;
            }
            if (running != null) {
                running.takeNote();
            }
            if (Files.exists(state.path())) {
                state.clean();
            }
        }
    }
}
