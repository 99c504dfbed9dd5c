package se.omsorgsbron.lifecare.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.client.Answer;
import se.omsorgsbron.lifecare.client.LifecareClient;
import se.omsorgsbron.lifecare.client.PageReader;
import se.omsorgsbron.lifecare.wire.Resource;

/**
 * Reads Lifecare's lists to their end.
 *
 * @param client of the municipality
 * @param pageSize records asked for at a time
 */
record Lists(LifecareClient client, int pageSize) {

    /**
     * Reads a list into {@code reading}, which is told of pages that cannot be read and of a list that was not whole.
     *
     * @param feed on whose behalf
     * @param resource which list
     * @param parameters beside the paging, such as {@code gt}
     * @param record takes each record
     */
    PageReader.Outcome read(
            String feed, Resource resource, Map<String, String> parameters, Reading reading, Consumer<JsonNode> record)
            throws SourceUnavailable {
        PageReader.Source source = (offset, limit) -> {
            Map<String, String> all = new LinkedHashMap<>(parameters);
            all.put("limit", Integer.toString(limit));
            all.put("offset", Integer.toString(offset));
            return client.get(feed, resource.path(), all);
        };
        PageReader.Outcome outcome =
                PageReader.read(source, pageSize, new PageReader.Sink(record, reading.brokenPages()));
        if (!outcome.whole()) {
            reading.notWhole();
        }
        return outcome;
    }

    /**
     * Whether Lifecare still has the record, whatever its list says.
     *
     * @throws SourceUnavailable if its answer does not tell
     */
    boolean has(String feed, Resource resource, String id) throws SourceUnavailable {
        Answer answer = client.get(feed, resource.path() + "/" + LifecareClient.encode(id), Map.of());
        if (answer instanceof Answer.Json json && json.body().isObject()) {
            JsonNode record = json.body();
            return !record.path("Deleted").asBoolean(false)
                    && !record.path("Status").asText().equals("Deleted");
        }
        if (answer instanceof Answer.None) {
            return false;
        }
        throw new SourceUnavailable(feed + ": the look-up of a record gave something else");
    }
}
