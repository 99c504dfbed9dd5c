package se.omsorgsbron.sandbox.caremanagement;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.sandbox.town.TownException;
import se.omsorgsbron.sandbox.town.TownFolder;

/**
 * The simulated CareManagement as a server at 127.0.0.1. Of the town folder it reads at the start {@code caremanagement/errands.json},
 * errands of the contract with their lists in them under the names of their paths ({@code stakeholders}, {@code journal-entries} …), and
 * {@code caremanagement/parties.json}, each with {@code municipalityId}, {@code identityNumber} and {@code partyId}; either may be
 * missing. What was changed over HTTP is kept in the state: an errand of the folder that the state has seen is not read again.
 *
 * <p>Arguments: {@link Options}; the API: {@link CareManagementApi} and {@link PartyLookUp}; what tests and the sandbox can do to it:
 * {@link SandboxApi}.
 */
public final class CareManagementSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CareManagementSimulator.class);

    private final WireMockServer server;
    private final AccessLog accessLog;

    private CareManagementSimulator(Options options, Clock clock) throws IOException {
        TownFolder folder = new TownFolder(options.town().resolve("caremanagement"));
        List<JsonNode> parties = folder.records("parties");
        Store store = Store.open(options.state(), folder.records("errands"));
        accessLog = new AccessLog(options.accessLog(), clock);
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .port(options.port())
                .disableRequestJournal()
                .gzipDisabled(true)
                // Nobody needs WireMock's own interface here.
                .adminAuthenticator(request -> false)
                .extensions(new Responder(
                        new CareManagementApi(new Errands(store, clock), new Parts(store, clock)),
                        new PartyLookUp(parties),
                        new SandboxApi(store, new Faults()),
                        accessLog)));
    }

    /** Starts a server; it is ready when this returns. */
    static CareManagementSimulator start(Options options, Clock clock) throws IOException {
        CareManagementSimulator simulator = new CareManagementSimulator(options, clock);
        simulator.server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(Responder.NAME)));
        simulator.server.start();
        return simulator;
    }

    /** Where the API is: the base, before the municipality. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Where the party look-up is. */
    public URI partyLookUp() {
        return base().resolve("/" + PartyLookUp.PATH);
    }

    /** Stops the server; its state is written already. */
    @Override
    public void close() throws IOException {
        server.stop();
        accessLog.close();
    }

    /** Starts the server and returns when it is ready; exit code 2 on unusable arguments, an unusable town or port. */
    public static void main(String[] args) throws IOException {
        try {
            CareManagementSimulator simulator = start(Options.parse(List.of(args)), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::closeQuietly, "caremanagement-close"));
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
            LOG.error(
                    "CareManagement's access log cannot be closed: {}",
                    e.getClass().getSimpleName());
        }
    }
}
