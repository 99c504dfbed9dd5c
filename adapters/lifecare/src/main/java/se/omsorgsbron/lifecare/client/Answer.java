package se.omsorgsbron.lifecare.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** What Lifecare answered. */
public sealed interface Answer {

    /** When it answered, by its own clock. */
    Optional<Instant> time();

    /** JSON. */
    record Json(JsonNode body, Optional<Instant> time) implements Answer {}

    /** Something that is not JSON. */
    record NotJson(String body, Optional<Instant> time) implements Answer {}

    /** Status 404, which for a list means that there is none. */
    record None(Optional<Instant> time) implements Answer {}
}
