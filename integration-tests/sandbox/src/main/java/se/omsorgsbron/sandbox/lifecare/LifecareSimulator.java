package se.omsorgsbron.sandbox.lifecare;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.sandbox.town.Town;
import se.omsorgsbron.sandbox.town.TownException;

/**
 * The simulated Lifecare as a server at 127.0.0.1, fed from a town folder ({@code docs/town.md}). Arguments:
 * {@link Options}; the API: {@link LifecareApi}; what tests and the sandbox can do to it: {@link SandboxApi}. An access log
 * line is time, method, path, status; a URL's query, which has the key and identity numbers, is never logged.
 */
public final class LifecareSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LifecareSimulator.class);
    private static final int LOOK_EVERY_MS = 300;

    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lifecare-town"));
    private final WireMockServer server;
    private final FolderWatch watch;
    private final Optional<StateFile> state;
    private final AccessLog accessLog;

    private LifecareSimulator(Options options, Clock clock) throws IOException {
        Town town = Town.read(options.town());
        Contract contract = Contract.load();
        Registers registers = new Registers(contract, clock);
        Faults faults = new Faults();
        Lists lists = new Lists(contract, registers, town.municipalities(), options.pages(), clock);
        Journal journal = new Journal(lists, options.state());
        watch = new FolderWatch(town.folder(), contract, registers);
        state = options.state().map(folder -> new StateFile(folder, registers));
        accessLog = new AccessLog(options.accessLog(), clock);
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .port(options.port())
                .disableRequestJournal()
                .gzipDisabled(true)
                // Nobody needs WireMock's own interface here.
                .adminAuthenticator(request -> false)
                .extensions(new Responder(
                        new LifecareApi(contract, lists, journal, faults),
                        new SandboxApi(town.changes(), registers, journal, faults),
                        accessLog,
                        clock)));
    }

    /** Starts a server; it is ready when this returns. */
    static LifecareSimulator start(Options options, Clock clock) throws IOException {
        LifecareSimulator simulator = new LifecareSimulator(options, clock);
        if (simulator.state.isPresent()) {
            simulator.state.get().load();
        }
        simulator.round();
        simulator.server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("lifecare")));
        simulator.server.start();
        // A round throws nothing, so its future says nothing.
        Future<?> unused = simulator.rounds.scheduleWithFixedDelay(
                simulator::round, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return simulator;
    }

    /** Where the API is. */
    URI base() {
        return URI.create("http://127.0.0.1:" + server.port() + LifecareApi.BASE);
    }

    private void round() {
        try {
            watch.look();
            if (state.isPresent()) {
                state.get().save();
            }
        } catch (IOException e) {
            LOG.error("Lifecare's state cannot be written: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            // A round that throws would be the last; the message could quote a record.
            LOG.error("Lifecare could not look at the town: {}", e.getClass().getSimpleName());
        }
    }

    /** Stops the server and writes its state. */
    @Override
    public void close() throws IOException {
        rounds.shutdownNow();
        server.stop();
        if (state.isPresent()) {
            state.get().save();
        }
        accessLog.close();
    }

    /** Starts the server and returns when it is ready; exit code 2 on unusable arguments, an unusable town or port. */
    public static void main(String[] args) throws IOException {
        try {
            LifecareSimulator simulator = start(Options.parse(List.of(args)), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::closeQuietly, "lifecare-close"));
            System.out.println("ready " + simulator.base());
        } catch (IllegalArgumentException | TownException | FatalStartupException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.error("Lifecare's state cannot be written: {}", e.getClass().getSimpleName());
        }
    }
}
