package se.omsorgsbron.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A client and a mock that tools made of the night patrols' contract. The client goes its round at the mock, and at the bridge through a
 * proxy that answers 500 where a request or an answer is not what the contract says.
 */
@EnabledIfEnvironmentVariable(
        named = "OMSORGSBRON_PATROL_CLIENT",
        matches = ".+",
        disabledReason = "needs tools from npm: .ci/run puts them there")
class PatrolClientIT {
    private static final Path CONTRACT = Path.of("..", "..", "docs", "night-patrol-api.yaml")
            .toAbsolutePath()
            .normalize();

    private final SharedTown town = SharedTown.get();
    private final Path tools = Path.of(System.getenv().getOrDefault("OMSORGSBRON_PATROL_CLIENT", ""))
            .toAbsolutePath();

    @Test
    void theGeneratedClientGoesItsRoundAtTheMock() throws Exception {
        round(List.of("mock", CONTRACT.toString()), "any", "189002029800");
    }

    @Test
    void theGeneratedClientGoesItsRoundAtTheBridgeAndBothKeepToTheContract() throws Exception {
        String bridge = town.process.note().path("bridge").asText() + "/night-patrol/v1";
        round(
                List.of("proxy", CONTRACT.toString(), bridge, "--errors"),
                town.process.token("night-patrol-0127"),
                town.editor.record("clients", "110008").path("PersonId").asText());
    }

    private void round(List<String> prism, String token, String person) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(
                List.of("node", tools.resolve("node_modules/.bin/prism").toString()));
        command.addAll(prism);
        command.addAll(List.of("--host", "127.0.0.1", "--port", "" + port));
        Path log = Files.createTempFile(Path.of("target"), "prism", ".log");
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> answers(port));
            Path said = Files.createTempFile(Path.of("target"), "round", ".log");
            Process round = new ProcessBuilder(
                            "node", tools.resolve("round.mjs").toString(), "http://127.0.0.1:" + port, token, person)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(round.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(round.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
