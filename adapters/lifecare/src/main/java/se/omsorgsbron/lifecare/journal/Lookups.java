package se.omsorgsbron.lifecare.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.Answer;
import se.omsorgsbron.lifecare.client.LifecareClient;
import se.omsorgsbron.lifecare.client.PageReader;
import se.omsorgsbron.lifecare.client.Query;
import se.omsorgsbron.lifecare.wire.Resource;

/** The ids that a note needs, looked up in Lifecare. What was found is kept; what was not is asked for again. */
final class Lookups {
    private static final String ID = "Id";
    /** Staff have no search: everybody is read, and not for every name that is missing. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final int PAGE = 100;

    private final LifecareClient client;
    private final Clock clock;
    private final Map<String, Integer> clients = new ConcurrentHashMap<>();
    private volatile Staff staff = new Staff(Instant.MIN, Map.of());

    private record Staff(Instant read, Map<String, Integer> byHsaId) {}

    Lookups(LifecareClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The client's id; empty where Lifecare has nobody, or several, with that number. */
    Optional<Integer> client(String number) throws SourceUnavailable {
        Integer known = clients.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        Answer answer = client.get(
                Resource.CLIENTS.code(), Resource.CLIENTS.path(), Map.of("q", Query.equal("PersonId", number)));
        Optional<Integer> found =
                answer instanceof Answer.Json json && json.body().size() == 1
                        ? id(json.body().get(0))
                        : Optional.empty();
        found.ifPresent(id -> clients.put(number, id));
        return found;
    }

    /** Forgets a client: Lifecare does not know the id any more. */
    void forget(String number) {
        clients.remove(number);
    }

    /** The id of the member of staff with that HSA-id; empty where Lifecare has none. */
    Optional<Integer> personnel(String hsaId) throws SourceUnavailable {
        Staff known = staff;
        if (!known.byHsaId().containsKey(hsaId) && known.read().plus(AGAIN).isBefore(clock.instant())) {
            known = read();
            staff = known;
        }
        return Optional.ofNullable(known.byHsaId().get(hsaId));
    }

    private Staff read() throws SourceUnavailable {
        Map<String, Integer> byHsaId = new ConcurrentHashMap<>();
        PageReader.read(
                (offset, limit) -> client.get(
                        Resource.PERSONNEL.code(),
                        Resource.PERSONNEL.path(),
                        Map.of("offset", String.valueOf(offset), "limit", String.valueOf(limit))),
                PAGE,
                new PageReader.Sink(
                        record -> id(record)
                                .filter(id -> record.path("HsaId").isTextual())
                                .ifPresent(
                                        id -> byHsaId.put(record.path("HsaId").textValue(), id)),
                        broken -> {}));
        return new Staff(clock.instant(), byHsaId);
    }

    private static Optional<Integer> id(JsonNode record) {
        JsonNode id = record.path(ID);
        return id.canConvertToInt() && id.isIntegralNumber() ? Optional.of(id.intValue()) : Optional.empty();
    }
}
