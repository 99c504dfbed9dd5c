package se.omsorgsbron.bridge.entrance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import se.omsorgsbron.api.mapping.Problem;

/**
 * Why a request is not done: Problem Details (RFC 9457), in English and Swedish. It never repeats what was sent.
 */
public final class Refusal extends RuntimeException {
    static final String MEDIA_TYPE = "application/problem+json";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final JsonMapper JSON = new JsonMapper();

    private final transient Kind kind;
    private final transient List<Problem> problems;

    public Refusal(Kind kind, List<Problem> problems) {
        super(kind.english, null, false, false);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public Refusal(Kind kind) {
        this(kind, List.of());
    }

    /** The kinds, with what to do. */
    public enum Kind {
        CLOSED(
                401,
                "Nobody may come in: no authorization server is configured (omsorgsbron.entrance).",
                "Ingen släpps in: ingen auktorisationsserver är konfigurerad (omsorgsbron.entrance)."),
        UNAUTHENTICATED(
                401,
                "Send an access token that is valid, is for this bridge and is of a client that the bridge knows.",
                "Skicka en åtkomstbiljett som är giltig, gäller den här bron och tillhör en klient som bron känner."),
        FORBIDDEN(
                403,
                "The client's role, or the scopes of its token, do not cover this.",
                "Klientens roll, eller biljettens scopes, omfattar inte detta."),
        NOT_FOUND(
                404, "There is nothing of that name for this client.", "Det finns inget med det namnet för klienten."),
        METHOD(
                405,
                "This cannot be done here; see docs/http-api.md.",
                "Det går inte att göra här; se docs/http-api.md."),
        CONFLICT(
                409,
                "The id stands for something else: choose another one.",
                "Id:t står för något annat: välj ett nytt."),
        OTHER_CONTENT(
                409,
                "Something else was received under this id; 'problems' says which fields differ. Send a correction under a new id.",
                "Något annat har tagits emot under detta id; 'problems' säger vilka fält som skiljer sig. Skicka en rättelse under ett nytt"
                        + " id."),
        TOO_LARGE(413, "The body is larger than is taken.", "Innehållet är större än vad som tas emot."),
        MEDIA(415, "Send application/json.", "Skicka application/json."),
        UNREADABLE(400, "The request cannot be read.", "Det går inte att läsa begäran."),
        WRONG(
                422,
                "Something in the request is not as it should be; 'problems' says what.",
                "Något i begäran är inte som det ska; 'problems' säger vad."),
        TOO_MANY(429, "Too many requests: come again in a second.", "För många anrop: försök igen om en sekund."),
        FAILED(500, "The bridge failed; operations can see why.", "Bron fick ett fel; driften kan se varför."),
        NOT_NOW(
                503,
                "The ledger or the authorization server does not answer: come again.",
                "Liggaren eller auktorisationsservern svarar inte: försök igen.");

        private final int status;
        private final String english;
        private final String swedish;

        Kind(int status, String english, String swedish) {
            this.status = status;
            this.english = english;
            this.swedish = swedish;
        }

        int status() {
            return status;
        }

        /** The kind that fits a status that somebody else chose. */
        static Kind of(int status) {
            for (Kind kind : values()) {
                if (kind.status == status && kind != CLOSED) {
                    return kind;
                }
            }
            return status < 500 ? UNREADABLE : FAILED;
        }
    }

    /** The status with which it is answered. */
    public int status() {
        return kind.status;
    }

    /** The Problem Details. */
    public String json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "about:blank");
        node.put("status", kind.status);
        node.put("title", kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        node.put("detail", kind.english);
        node.put("detailSwedish", kind.swedish);
        if (!problems.isEmpty()) {
            ArrayNode array = node.putArray("problems");
            problems.forEach(problem -> array.addObject()
                    .put("field", problem.field())
                    .put("found", problem.found())
                    .put("expected", problem.expected()));
        }
        return node.toString();
    }

    /** What a client that reads headers only is told. */
    Map<String, String> headers() {
        return switch (kind) {
            case CLOSED, UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
            case TOO_MANY -> Map.of("Retry-After", "1");
            case NOT_NOW -> Map.of("Retry-After", "10");
            default -> Map.of();
        };
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(kind.status);
        headers().forEach(response::setHeader);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(json().getBytes(StandardCharsets.UTF_8));
    }
}
