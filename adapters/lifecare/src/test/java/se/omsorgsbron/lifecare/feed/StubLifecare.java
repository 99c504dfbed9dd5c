package se.omsorgsbron.lifecare.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.api.source.Observation;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.Samples;
import se.omsorgsbron.lifecare.client.Connection;
import se.omsorgsbron.lifecare.client.LifecareClient;

/** A Lifecare over real HTTP that answers what a test tells it to, at half past nine, and 404 to everything else. */
final class StubLifecare implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    /** The source's time with the overlap of two minutes taken off. */
    static final Instant NEXT = Instant.parse("2026-11-24T09:28:00Z");

    private static final int PAGE = 2;

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    StubLifecare() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(dated().withStatus(404)));
    }

    @Override
    public void close() {
        server.stop();
    }

    static ResponseDefinitionBuilder dated() {
        return aResponse().withHeader("Date", "Tue, 24 Nov 2026 09:30:00 GMT");
    }

    /** Answers a page of a list, written with single quotes. */
    void page(String path, int offset, String records) {
        body(
                path,
                Map.of("offset", Integer.toString(offset)),
                Samples.json(records).toString());
    }

    /** Answers a request with these parameters. */
    void body(String path, Map<String, String> parameters, String body) {
        answer(path, parameters, dated().withBody(body));
    }

    void answer(String path, Map<String, String> parameters, ResponseDefinitionBuilder answer) {
        MappingBuilder request = get(urlPathEqualTo(path));
        parameters.forEach((name, value) -> request.withQueryParam(name, equalTo(value)));
        server.stubFor(request.atPriority(parameters.size() > 1 ? 1 : 2).willReturn(answer));
    }

    /** What was asked of a list, in order. */
    List<LoggedRequest> requests(String path) {
        return server.findAll(getRequestedFor(urlPathEqualTo(path)));
    }

    Feed feed(String name) {
        Connection connection = new Connection(URI.create(server.baseUrl()), "0127", "made-up", Duration.ofSeconds(30));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return Feeds.of(new LifecareClient(connection), PAGE, Duration.ofMinutes(2), Samples.CONTEXT, clock).stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Observations read(String name) throws SourceUnavailable {
        return read(name, Optional.empty(), List.of());
    }

    Observations read(String name, Optional<Instant> watermark, List<String> known) throws SourceUnavailable {
        return feed(name).read(watermark, resource -> known);
    }

    /** The observations in short, such as {@code Read clients/1}. */
    static List<String> brief(Observations observations) {
        return observations.items().stream().map(StubLifecare::brief).toList();
    }

    static String brief(Observation observation) {
        String kind = observation.getClass().getSimpleName();
        return kind + " " + observation.source().resource() + "/"
                + observation.source().id();
    }
}
