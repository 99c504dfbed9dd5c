package se.omsorgsbron.sandbox.lifecare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/**
 * What is answered to a request.
 *
 * @param path the request's path as the access log may show it: an id in it is replaced, as it can be an identity number
 * @param status the HTTP status
 * @param contentType its media type
 * @param body its text
 * @param delayMs how many milliseconds to wait before it is sent
 * @param drop whether to close the connection instead of sending it
 */
record Answer(String path, int status, String contentType, String body, int delayMs, boolean drop) {

    static final String JSON = "application/json; charset=utf-8";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Answer json(String path, int status, Object body) {
        try {
            return new Answer(path, status, JSON, MAPPER.writeValueAsString(body), 0, false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer late(int milliseconds) {
        return new Answer(path, status, contentType, body, milliseconds, drop);
    }

    Answer dropped() {
        return new Answer(path, status, contentType, body, delayMs, true);
    }

    Answer replaced(int newStatus, String newContentType, String newBody) {
        return new Answer(path, newStatus, newContentType, newBody, delayMs, drop);
    }
}
