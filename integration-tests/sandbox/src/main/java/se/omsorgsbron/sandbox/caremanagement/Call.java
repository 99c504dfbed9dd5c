package se.omsorgsbron.sandbox.caremanagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param method such as {@code GET}
 * @param path its segments, decoded
 * @param query its parameters, decoded; of one that is there twice the last
 * @param sentBy {@code X-Sent-By}
 * @param body as text
 */
record Call(String method, List<String> path, Map<String, String> query, Optional<String> sentBy, String body) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Call of(String method, String url, Optional<String> sentBy, byte[] body) {
        int mark = url.indexOf('?');
        List<String> path = List.of(
                        (mark < 0 ? url : url.substring(0, mark)).substring(1).split("/"))
                .stream()
                .map(Call::decoded)
                .toList();
        Map<String, String> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String parameter : url.substring(mark + 1).split("&")) {
                int is = parameter.indexOf('=');
                query.put(
                        decoded(is < 0 ? parameter : parameter.substring(0, is)),
                        decoded(is < 0 ? "" : parameter.substring(is + 1)));
            }
        }
        return new Call(method, path, query, sentBy, new String(body, StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The body as JSON; {} where there is none. */
    JsonNode json() {
        try {
            return body.isEmpty() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "Failed to read request");
        }
    }

    int number(String parameter, int usual, int least) {
        String text = query.getOrDefault(parameter, Integer.toString(usual));
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least) {
            throw new Refusal(400, "The parameter " + parameter + " is not valid");
        }
        return Integer.parseInt(text);
    }
}
