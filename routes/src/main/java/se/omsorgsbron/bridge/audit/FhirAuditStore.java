package se.omsorgsbron.bridge.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.omsorgsbron.api.recipient.RenewableToken;
import se.omsorgsbron.bridge.access.AccessDenied;

/** A FHIR server that takes AuditEvents: {@code PUT AuditEvent/<id>}, so that the same event twice is one. */
public final class FhirAuditStore implements AuditStore {
    private static final int UNAUTHORIZED = 401;
    /** What says nothing about the event. */
    private static final Set<Integer> PASSING = Set.of(UNAUTHORIZED, 407, 408, 429);

    private final URI base;
    private final Duration timeout;
    private final Optional<Supplier<String>> bearerToken;
    private final HttpClient http;

    /**
     * @param base base address of its FHIR API
     * @param timeout for one request
     * @param bearerToken gives the token, asked for anew at each request; empty where it asks for none
     */
    public FhirAuditStore(URI base, Duration timeout, Optional<Supplier<String>> bearerToken) {
        this.base = base;
        this.timeout = timeout;
        this.bearerToken = bearerToken;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    // The cause is left out on purpose: its message can quote the address.
    @SuppressWarnings("UnusedException")
    @Override
    public void put(String id, String json) throws IOException {
        try {
            int status = send(id, json);
            if (status >= 400 && status < 500 && !PASSING.contains(status)) {
                throw new Refused("it answered status " + status);
            }
            if (status != 200 && status != 201) {
                throw new IOException("it answered status " + status);
            }
        } catch (AccessDenied denied) {
            throw new IOException(denied.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was waited for");
        }
    }

    /** Once more with a new token where the one that was shown is not taken any more. */
    private int send(String id, String json) throws IOException, InterruptedException {
        Optional<String> shown = bearerToken.map(Supplier::get);
        int status =
                http.send(request(id, json, shown), BodyHandlers.discarding()).statusCode();
        if (status == UNAUTHORIZED && bearerToken.orElse(null) instanceof RenewableToken token) {
            token.refused(shown.orElseThrow());
            HttpRequest again = request(id, json, Optional.of(token.get()));
            return http.send(again, BodyHandlers.discarding()).statusCode();
        }
        return status;
    }

    private HttpRequest request(String id, String json, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/AuditEvent/" + id))
                .timeout(timeout)
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json");
        token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        return request.PUT(BodyPublishers.ofString(json)).build();
    }
}
