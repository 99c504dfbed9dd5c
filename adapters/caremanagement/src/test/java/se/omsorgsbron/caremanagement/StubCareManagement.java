package se.omsorgsbron.caremanagement;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.source.Feed;
import se.omsorgsbron.caremanagement.CareManagementConfiguration.Journal;
import se.omsorgsbron.caremanagement.journal.Opening;

/** A CareManagement, and a party look-up beside it, over real HTTP: it answers what a test tells it to, and 404 to everything else. */
public final class StubCareManagement implements AutoCloseable {
    public static final String ERRANDS = "/2281/HOME_CARE/errands";
    public static final Opening OPENING = new Opening("home-care", "Hemtjänst", "NEW", "APPLICANT");

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    public StubCareManagement() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
        party(Samples.PARTY, Samples.NUMBER);
    }

    @Override
    public void close() {
        server.stop();
    }

    public URI uri() {
        return URI.create(server.baseUrl());
    }

    /** Lets the look-up know a person. */
    public void party(String party, String number) {
        for (String[] way : new String[][] {
            {"identityNumber", number, "partyId", party}, {"partyId", party, "identityNumber", number}
        }) {
            server.stubFor(post(urlPathEqualTo("/party"))
                    .withRequestBody(matchingJsonPath("$." + way[0], equalTo(way[1])))
                    .willReturn(aResponse().withBody("{\"" + way[2] + "\": \"" + way[3] + "\"}")));
        }
    }

    /** Answers a page of errands, written with single quotes, without any filter. */
    public void errands(int page, String errands, int totalPages, int total) {
        String meta = "_meta: {page: " + page + ", totalPages: " + totalPages + ", totalRecords: " + total + "}";
        String body = Samples.json("{errands: " + errands + ", " + meta + "}").toString();
        server.stubFor(get(urlPathEqualTo(ERRANDS))
                .withQueryParam("page", equalTo(Integer.toString(page)))
                .withQueryParam("filter", WireMock.absent())
                .atPriority(2)
                .willReturn(aResponse().withBody(body)));
    }

    /** Answers any search for errands. */
    public void search(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(ERRANDS))
                .withQueryParam("filter", WireMock.matching(".*"))
                .atPriority(1)
                .willReturn(answer));
    }

    /** Answers a list in an errand, or anything below the errands. */
    public void list(String below, String records) {
        answer(below, aResponse().withBody(Samples.json(records).toString()));
    }

    public void answer(String below, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(ERRANDS + below)).atPriority(1).willReturn(answer));
    }

    public void takes(String below, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(ERRANDS + below)).willReturn(answer));
    }

    public static ResponseDefinitionBuilder created(String location) {
        return aResponse().withStatus(201).withHeader("Location", location);
    }

    /** What was asked for with that method, in order. */
    public List<LoggedRequest> requests(String method, String path) {
        return server.findAll(WireMock.anyRequestedFor(urlPathEqualTo(path))).stream()
                .filter(request -> request.getMethod().value().equals(method))
                .toList();
    }

    public List<LoggedRequest> posts(String below) {
        return requests("POST", ERRANDS + below);
    }

    public WireMockServer server() {
        return server;
    }

    public CareManagement system() {
        return system(Optional.empty());
    }

    public CareManagement system(Optional<Opening> opening) {
        return new CareManagement(configuration(uri(), opening));
    }

    /** The configuration of a municipality whose CareManagement is there. */
    public static CareManagementConfiguration configuration(URI uri, Optional<Opening> opening) {
        return new CareManagementConfiguration(
                "2281",
                uri,
                "HOME_CARE",
                Samples.BRIDGE,
                Optional.of(() -> "made-up-token"),
                uri.resolve("/party"),
                Duration.ofSeconds(3),
                2,
                Samples.STOCKHOLM,
                true,
                Samples.ERRANDS,
                Samples.ROLES,
                Samples.TEXTS,
                Journal.under("Anteckning", true, opening));
    }

    public Feed feed(String name) {
        return system().feeds().stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
