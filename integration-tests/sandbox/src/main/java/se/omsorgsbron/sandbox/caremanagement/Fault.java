package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the next requests fail, see {@link Faults}.
 *
 * @param resource the list, as its path names it, or {@code party}; {@code *}, which is the default, for all
 * @param method such as {@code POST}; {@code *}, which is the default, for all
 * @param kind what happens
 * @param stored whether the request is acted on before it fails; only {@link Kind#STATUS} and {@link Kind#DROP} ask, the others always are
 * @param status the HTTP status that {@link Kind#STATUS} answers; 503 if it is left out
 * @param delayMs how many milliseconds {@link Kind#DELAY} waits; 1000 if it is left out
 * @param count how many requests meet the fault; 1 if it is left out
 */
record Fault(String resource, String method, Kind kind, boolean stored, int status, int delayMs, int count) {

    /** What happens to a request. */
    enum Kind {
        /** An HTTP status instead of an answer. */
        @JsonProperty("status")
        STATUS,
        /** The answer comes late. */
        @JsonProperty("delay")
        DELAY,
        /** The connection is closed without an answer. */
        @JsonProperty("drop")
        DROP,
        /** 200 with an HTML page, as a proxy in front of it would send. */
        @JsonProperty("html")
        HTML,
        /** JSON that ends in the middle. */
        @JsonProperty("truncated")
        TRUNCATED
    }

    Fault {
        if (kind == null) {
            throw new Refusal(400, "A fault needs a kind");
        }
        resource = resource == null ? "*" : resource;
        method = method == null ? "*" : method;
        status = status == 0 ? 503 : status;
        delayMs = delayMs == 0 ? 1000 : delayMs;
        count = count == 0 ? 1 : count;
    }

    boolean concerns(String otherResource, String otherMethod) {
        return (resource.equals("*") || resource.equals(otherResource))
                && (method.equals("*") || method.equals(otherMethod));
    }

    /** Whether the request is not acted on at all. */
    boolean prevents() {
        return (kind == Kind.STATUS || kind == Kind.DROP) && !stored;
    }

    Fault oneLess() {
        return new Fault(resource, method, kind, stored, status, delayMs, count - 1);
    }

    /** The answer as the fault leaves it. */
    Answer spoil(Answer answer) {
        return switch (kind) {
            case STATUS -> answer.replaced(status, "text/plain", "The sandbox was told to fail");
            case DELAY -> answer.late(delayMs);
            case DROP -> answer.dropped();
            case HTML -> answer.replaced(200, "text/html", "<html><body><h1>Driftstopp</h1></body></html>");
            case TRUNCATED ->
                answer.replaced(
                        answer.status(),
                        answer.contentType(),
                        answer.body().substring(0, answer.body().length() / 2));
        };
    }
}
