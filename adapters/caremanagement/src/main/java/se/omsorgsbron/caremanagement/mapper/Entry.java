package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.caremanagement.wire.Resource;

/**
 * What an item's content says: what is posted, and to whose errand. The text form has neither.
 *
 * @param resource journal entries or notifications
 * @param id of the item, which its marker bears
 * @param person identity number of the person, by which the errand is found
 * @param body what is posted
 */
public record Entry(Resource resource, UUID id, String person, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads what {@link #content} wrote. */
    public static Entry of(Item item) {
        try {
            JsonNode content = JSON.readTree(item.content());
            return new Entry(
                    Resource.valueOf(content.path("resource").asText()),
                    UUID.fromString(content.path("id").asText()),
                    content.path("person").asText(),
                    content.path("body"));
        } catch (JsonProcessingException notWrittenHere) {
            throw new IllegalArgumentException("not the content of an item of CareManagement's journal");
        }
    }

    /** The content of the item. */
    String content() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("resource", resource.name());
        content.put("id", id.toString());
        content.put("person", person);
        content.set("body", body);
        return content.toString();
    }

    /** The field of the body that bears the marker. */
    public String markedField() {
        return resource == Resource.NOTIFICATIONS ? "content" : "text";
    }

    @Override
    public String toString() {
        return resource.code() + " " + id;
    }
}
