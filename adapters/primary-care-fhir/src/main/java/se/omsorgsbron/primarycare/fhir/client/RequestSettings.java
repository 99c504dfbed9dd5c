package se.omsorgsbron.primarycare.fhir.client;

import ca.uhn.fhir.rest.client.apache.ApacheHttpRequest;
import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.http.client.config.RequestConfig;
import se.omsorgsbron.api.recipient.RenewableToken;

/** What every request to one recipient carries, and how long it may take. */
final class RequestSettings implements IClientInterceptor {

    /**
     * HAPI servers keep tags and security labels of earlier versions on an update unless this header asks them not to; a
     * label that no longer holds has to go. Other servers do not know the header.
     */
    private static final String SNAPSHOT_HEADER = "X-Meta-Snapshot-Mode";

    static final String RETRY_AFTER = "Retry-After";

    private static final int LONGEST_CONNECT_MILLIS = 5_000;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final String SNAPSHOT_ALL = "TAG, PROFILE, SECURITY_LABEL";

    private final Optional<Supplier<String>> bearerToken;

    private final RequestConfig timeLimits;
    /** What the request showed that this thread is waiting for the answer to. */
    private final ThreadLocal<String> shown = new ThreadLocal<>();

    RequestSettings(Duration timeout, Optional<Supplier<String>> bearerToken) {
        this.bearerToken = bearerToken;
        int millis = Math.toIntExact(timeout.toMillis());
        this.timeLimits = RequestConfig.custom()
                .setConnectTimeout(Math.min(millis, LONGEST_CONNECT_MILLIS))
                .setConnectionRequestTimeout(millis)
                .setSocketTimeout(millis)
                .build();
    }

    @Override
    public void interceptRequest(IHttpRequest request) {
        // Here and not at the client's factory: HAPI takes that from the context, which all recipients share.
        ((ApacheHttpRequest) request).getApacheRequest().setConfig(timeLimits);
        request.addHeader(SNAPSHOT_HEADER, SNAPSHOT_ALL);
        bearerToken.map(Supplier::get).ifPresent(token -> {
            shown.set(token);
            request.addHeader("Authorization", "Bearer " + token);
        });
    }

    /** HAPI's exceptions forget the headers of the answer; how long a busy server asks to be left alone is worth keeping. */
    @Override
    public void interceptResponse(IHttpResponse response) {
        if (response.getStatus() == UNAUTHORIZED
                && bearerToken.orElse(null) instanceof RenewableToken token
                && shown.get() != null) {
            token.refused(shown.get());
            throw new OnceMore.TokenDropped();
        }
        boolean busy = response.getStatus() == TOO_MANY_REQUESTS || response.getStatus() == UNAVAILABLE;
        List<String> retryAfter = busy ? response.getHeaders(RETRY_AFTER) : List.of();
        if (!retryAfter.isEmpty()) {
            BaseServerResponseException failure = BaseServerResponseException.newInstance(response.getStatus(), "busy");
            throw failure.addResponseHeader(RETRY_AFTER, retryAfter.get(0));
        }
    }
}
