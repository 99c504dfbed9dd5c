package se.omsorgsbron.lifecare.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.api.source.SourceUnavailable;

class LifecareClientSecretsTest {
    private static final String KEY = "made-up key/+&=å";
    private static final String DOMAIN = "0127-domain";
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    @RegisterExtension
    static final WireMockExtension LIFECARE =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listenToEverything() {
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(Level.INFO);
    }

    private static LifecareClient client(URI base) {
        return new LifecareClient(new Connection(base, DOMAIN, KEY, TIMEOUT));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        LIFECARE.stubFor(any(anyUrl()).willReturn(response));
    }

    private void get() throws SourceUnavailable {
        client(URI.create(LIFECARE.baseUrl() + "/host"))
                .get("clients", "/api/v1/clients", Map.of("q", "PersonId='189002029800'"));
    }

    @Test
    void theKeyStandsInNoLogAndInNoException() {
        root.error("planted {}", KEY);
        assertThat(logged()).as("the test can see what is logged").contains(KEY);
        log.list.clear();

        StringBuilder told = new StringBuilder();
        for (ResponseDefinitionBuilder response : List.of(
                aResponse().withStatus(400).withBody(KEY),
                aResponse().withStatus(500),
                aResponse().withFixedDelay(5_000),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))) {
            answer(response);
            told.append(stackTrace(catchThrowable(this::get)));
        }
        LifecareClient nobodyThere = client(URI.create("http://127.0.0.1:1/host"));
        told.append(stackTrace(catchThrowable(() -> nobodyThere.get("clients", "/api/v1/clients", Map.of()))));
        told.append(new Connection(URI.create("http://host.example"), DOMAIN, KEY, TIMEOUT));

        for (String secret : List.of(KEY, "made-up", DOMAIN, "host/api", "189002029800")) {
            assertThat(told.toString()).doesNotContain(secret);
            assertThat(logged()).doesNotContain(secret);
        }
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        List.copyOf(log.list)
                .forEach(event -> all.append(event.getFormattedMessage()).append('\n'));
        return all.toString();
    }

    private static String stackTrace(Throwable failure) {
        assertThat(failure).isInstanceOf(SourceUnavailable.class);
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
