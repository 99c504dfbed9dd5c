package se.omsorgsbron.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
    private static final long LIMIT = 100_000;

    private final AtomicLong written = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void aServerThatSendsAsMuchAsItIsAskedFor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            long length = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
            exchange.sendResponseHeaders(200, length);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] block = new byte[10_000];
                for (long left = length; left > 0; left -= block.length) {
                    body.write(block, 0, (int) Math.min(left, block.length));
                    written.addAndGet(block.length);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private byte[] get(long length) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + length);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), answer -> new LimitedBody(LIMIT))
                .body();
    }

    @Test
    void anAnswerUpToTheLimitIsReadWhole() throws Exception {
        assertThat(get(LIMIT)).hasSize((int) LIMIT);
    }

    @Test
    void aLongerOneIsBrokenOffLongBeforeItsEnd() {
        assertThatThrownBy(() -> get(1_000_000_000)).isInstanceOf(IOException.class);
        assertThat(written.get()).isLessThan(100_000_000);
    }
}
