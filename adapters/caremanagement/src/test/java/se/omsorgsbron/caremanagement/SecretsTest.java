package se.omsorgsbron.caremanagement;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.omsorgsbron.api.domain.NoteKind;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.api.recipient.Parcel;
import se.omsorgsbron.api.recipient.Recipient;

/** Neither numbers, party ids, tokens, addresses nor words stand in a log, an exception or a text form. */
class SecretsTest {
    private static final List<String> SECRETS = List.of(
            Samples.NUMBER, Samples.PARTY, "made-up-token", "HOME_CARE", "Tillsyn", "Påhittsson", "/party", "Karl");

    private final StubCareManagement stub = new StubCareManagement();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listenToEverything() {
        root.setLevel(Level.TRACE);
        // The stub's own server logs what it is sent.
        ((Logger) LoggerFactory.getLogger("wiremock")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger("org.eclipse.jetty")).setLevel(Level.OFF);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(Level.INFO);
        stub.close();
    }

    @Test
    void nothingThatFailsTellsWhatItWasAbout() {
        root.error("planted {}", Samples.NUMBER);
        assertThat(logged()).as("the test can see what is logged").contains(Samples.NUMBER);
        log.list.clear();
        Recipient journal = stub.system().journal("journal");
        Item item = journal.project(
                        new Records().with(Records.note("1", NoteKind.RISK)).person(), Set.of())
                .get(0);
        Parcel parcel = new Parcel(Records.PERSON, List.of(new Parcel.Write(item, Optional.empty(), true)), Map.of());

        StringBuilder told = new StringBuilder();
        for (ResponseDefinitionBuilder response : List.of(
                aResponse().withStatus(400).withBody("{\"violations\": [{\"field\": \"Karl Karlsson\"}]}"),
                aResponse().withStatus(500).withBody("Tillsyn"),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withFixedDelay(4_000))) {
            stub.server().stubFor(any(anyUrl()).atPriority(1).willReturn(response));
            told.append(trace(catchThrowable(() -> journal.deliver(parcel))));
            told.append(trace(catchThrowable(() -> stub.feed("errands").read(Optional.empty(), r -> List.of()))));
        }
        told.append(item).append(parcel.writes().get(0).item()).append(Samples.WHOSE);
        told.append(StubCareManagement.configuration(stub.uri(), Optional.empty()));

        for (String secret : SECRETS) {
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

    private static String trace(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
