package se.omsorgsbron.bridge.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import se.omsorgsbron.bridge.access.AccessDenied;

/** A FHIR server that takes AuditEvents: {@code PUT AuditEvent/<id>}, so that the same event twice is one. */
public final class FhirAuditStore implements AuditStore {
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
            int status = http.send(request(id, json), BodyHandlers.discarding()).statusCode();
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

    private HttpRequest request(String id, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/AuditEvent/" + id))
                .timeout(timeout)
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json");
        bearerToken.ifPresent(token -> request.header("Authorization", "Bearer " + token.get()));
        return request.PUT(BodyPublishers.ofString(json)).build();
    }
}
