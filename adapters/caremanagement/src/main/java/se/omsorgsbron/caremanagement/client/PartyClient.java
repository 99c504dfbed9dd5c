package se.omsorgsbron.caremanagement.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.omsorgsbron.api.json.StrictJson;

/**
 * Translates between identity numbers and party ids, both ways, by the municipality's look-up service. Its contract stands in {@code
 * docs/caremanagement-mapping.md}: the number stands in the body of a POST, never in a URL. What was found is kept for an hour, because
 * a number can change; what was not found is asked for again every time. Thread-safe.
 */
public final class PartyClient {
    static final Duration KEPT = Duration.ofHours(1);

    private static final int MOST_KEPT = 20_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String NUMBER = "identityNumber";
    private static final String PARTY = "partyId";
    /** What has a place in a filter expression and in a key. */
    private static final Pattern PARTY_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final String municipality;
    private final Connection connection;
    private final Http http;
    private final Clock clock;
    private final Map<String, Kept> numbers = new Recent();
    private final Map<String, Kept> parties = new Recent();

    /** @param municipality code, four digits */
    public PartyClient(String municipality, Connection connection, Clock clock) {
        this.municipality = municipality;
        this.connection = connection;
        this.http = new Http("the party look-up", connection);
        this.clock = clock;
    }

    private record Kept(String value, Instant until) {
        @Override
        public String toString() {
            return "Kept[masked]";
        }
    }

    /** The most recently used, so that a big municipality cannot fill the memory. */
    private static final class Recent extends LinkedHashMap<String, Kept> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    }

    /** Whether {@code text} can be a party id. */
    public static boolean isPartyId(String text) {
        return PARTY_ID.matcher(text).matches();
    }

    /** The party id of the person with that number; empty where the look-up knows none. */
    public Optional<String> partyId(String number) throws NoAnswer {
        return translated(parties, number, NUMBER, PARTY).filter(PartyClient::isPartyId);
    }

    /** The number of the person with that party id; empty where the look-up knows none. */
    public Optional<String> number(String partyId) throws NoAnswer {
        return translated(numbers, partyId, PARTY, NUMBER);
    }

    private Optional<String> translated(Map<String, Kept> kept, String from, String asked, String wanted)
            throws NoAnswer {
        Optional<String> known = known(kept, from);
        if (known.isPresent()) {
            return known;
        }
        Optional<String> found = ask(from, asked, wanted);
        found.ifPresent(value -> {
            synchronized (kept) {
                kept.put(from, new Kept(value, clock.instant().plus(KEPT)));
            }
        });
        return found;
    }

    private Optional<String> known(Map<String, Kept> kept, String from) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(from))
                    .filter(entry -> clock.instant().isBefore(entry.until()))
                    .map(Kept::value);
        }
    }

    private Optional<String> ask(String from, String asked, String wanted) throws NoAnswer {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("municipalityId", municipality)
                .put(asked, from);
        HttpResponse<byte[]> response = http.send("party look-up", connection.uri(), Optional.of(body));
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new NoAnswer("party look-up: it answered with status " + response.statusCode(), false);
        }
        return Optional.of(StrictJson.read(response.body())
                .map(json -> json.path(wanted))
                .filter(value -> value.isTextual() && !value.textValue().isBlank())
                .map(JsonNode::textValue)
                .orElseThrow(() -> new NoAnswer("party look-up: its answer has no " + wanted, false)));
    }
}
