package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered to a request.
 *
 * @param status the HTTP status
 * @param contentType its media type
 * @param body its text
 * @param location the {@code Location} of what was created
 * @param delayMs how many milliseconds to wait before it is sent
 * @param drop whether to close the connection instead of sending it
 */
record Answer(int status, String contentType, String body, Optional<String> location, int delayMs, boolean drop) {

    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Answer json(int status, Object body) {
        return new Answer(status, JSON, write(body), Optional.empty(), 0, false);
    }

    static Answer empty(int status) {
        return new Answer(status, JSON, "", Optional.empty(), 0, false);
    }

    static Answer created(String location) {
        return new Answer(201, JSON, "", Optional.of(location), 0, false);
    }

    static Answer problem(Refusal refusal) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", refusal.violations().isEmpty() ? "Problem" : "Constraint Violation");
        problem.put("status", refusal.status());
        problem.put("detail", refusal.getMessage());
        if (!refusal.violations().isEmpty()) {
            problem.put("violations", refusal.violations());
        }
        return new Answer(refusal.status(), "application/problem+json", write(problem), Optional.empty(), 0, false);
    }

    Answer late(int milliseconds) {
        return new Answer(status, contentType, body, location, milliseconds, drop);
    }

    Answer dropped() {
        return new Answer(status, contentType, body, location, delayMs, true);
    }

    Answer replaced(int newStatus, String newContentType, String newBody) {
        return new Answer(newStatus, newContentType, newBody, Optional.empty(), delayMs, drop);
    }

    private static String write(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
