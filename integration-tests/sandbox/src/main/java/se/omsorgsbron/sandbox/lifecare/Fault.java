package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the next requests for a list fail, see {@link Faults}.
 *
 * @param resource the list, as its path names it ({@code personnel} with {@code modified_personnel}); {@code *}, which is
 *     the default, for all
 * @param domain the municipality; {@code *}, which is the default, for all
 * @param kind what happens
 * @param status the HTTP status that {@link Kind#STATUS} answers; 503 if it is left out
 * @param delayMs how many milliseconds {@link Kind#DELAY} waits; 1000 if it is left out
 * @param seed what {@link Kind#SHUFFLE} shuffles by: with the same seed the pages of a list fit together
 * @param count how many requests meet the fault; 1 if it is left out
 */
record Fault(String resource, String domain, Kind kind, int status, int delayMs, long seed, int count) {

    /** What happens to a request. */
    enum Kind {
        /** An HTTP status instead of an answer. */
        @JsonProperty("status")
        STATUS,
        /** The answer comes late. */
        @JsonProperty("delay")
        DELAY,
        /** 200 with an HTML page, as a proxy in front of Lifecare would send. */
        @JsonProperty("html")
        HTML,
        /** 200 with JSON that ends in the middle. */
        @JsonProperty("truncated")
        TRUNCATED,
        /** 200 with an empty array, whatever the list holds. */
        @JsonProperty("empty")
        EMPTY,
        /** The first page comes twice in the list, so that everything after it is one page further on. */
        @JsonProperty("duplicate-page")
        DUPLICATE_PAGE,
        /** The list in another order. */
        @JsonProperty("shuffle")
        SHUFFLE,
        /** The connection is closed without an answer. */
        @JsonProperty("drop-connection")
        DROP_CONNECTION
    }

    Fault {
        if (kind == null) {
            throw new Refusal(400, "A fault needs a kind");
        }
        resource = resource == null ? "*" : resource;
        domain = domain == null ? "*" : domain;
        status = status == 0 ? 503 : status;
        delayMs = delayMs == 0 ? 1000 : delayMs;
        count = count == 0 ? 1 : count;
    }

    boolean concerns(String otherResource, String otherDomain) {
        return (resource.equals("*") || resource.equals(otherResource))
                && (domain.equals("*") || domain.equals(otherDomain));
    }

    Fault oneLess() {
        return new Fault(resource, domain, kind, status, delayMs, seed, count - 1);
    }
}
