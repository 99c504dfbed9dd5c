package se.omsorgsbron.caremanagement.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What CareManagement answered. */
public sealed interface Answer {

    /** Status 200 with JSON. */
    record Json(JsonNode body) implements Answer {}

    /** Status 200 with something that is not JSON. */
    record NotJson(String body) implements Answer {}

    /** Status 404 or 204: there is none. */
    record None() implements Answer {}

    /**
     * Status 201.
     *
     * @param id the last part of {@code Location}
     */
    record Created(String id) implements Answer {}

    /**
     * A status that says that the request is wrong as it is.
     *
     * @param status 400 to 499
     * @param fields names of the fields that it complains of; its words are left out, because they can quote content
     */
    record Refused(int status, List<String> fields) implements Answer {
        public Refused {
            fields = List.copyOf(fields);
        }
    }
}
