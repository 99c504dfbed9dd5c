package se.omsorgsbron.api.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A system that is asked over HTTP. Each request is sent once, and waited for no longer than the timeout, the body of the answer
 * included. No exception of the HTTP client is passed on: it could quote a URL. Thread-safe.
 */
public final class HttpSystem {
    /** Bytes; a page of a hundred long records is a hundredth of it. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private final String name;
    private final Duration timeout;
    private final HttpClient client;

    /** @param name how the system is called in messages */
    public HttpSystem(String name, Duration timeout) {
        this.name = name;
        this.timeout = timeout;
        this.client = client(timeout);
    }

    private static HttpClient client(Duration timeout) {
        // A redirect would carry keys, tokens and texts to wherever it points.
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** Sends once, on a connection that may have been kept. */
    public HttpResponse<byte[]> send(HttpRequest request) throws Unanswered {
        return send(client, request);
    }

    /**
     * Sends once, on a connection of its own: one that was kept may be closed at the other end, and then nobody knows what arrived.
     */
    public HttpResponse<byte[]> sendAlone(HttpRequest request) throws Unanswered {
        return send(client(timeout), request);
    }

    // The causes are left out on purpose: their messages can quote the URL, and so a key.
    @SuppressWarnings("UnusedException")
    private HttpResponse<byte[]> send(HttpClient over, HttpRequest request) throws Unanswered {
        CompletableFuture<HttpResponse<byte[]>> answer =
                over.sendAsync(request, head -> new LimitedBody(LONGEST_ANSWER));
        try {
            // The request's own timeout ends with the headers; a body that stalls must not hold the caller for ever.
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new Unanswered(late(), true);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            boolean connected = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
            throw new Unanswered(kind(cause), connected);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted while " + name + " was asked", true);
        }
    }

    private String kind(Throwable failure) {
        return failure instanceof HttpTimeoutException
                ? late()
                : "no answer from " + name + " (" + failure.getClass().getSimpleName() + ")";
    }

    private String late() {
        return name + " did not answer within " + timeout;
    }
}
