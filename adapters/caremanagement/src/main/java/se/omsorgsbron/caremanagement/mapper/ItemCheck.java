package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.recipient.Item;
import se.omsorgsbron.caremanagement.wire.Limits;
import se.omsorgsbron.caremanagement.wire.Resource;

/** What is wrong with an item: what CareManagement would refuse, or could not keep unharmed. Nothing is cut to fit. */
public final class ItemCheck {
    private static final Map<String, Integer> LONGEST = Map.of(
            "type", Limits.HEADING, "heading", Limits.HEADING, "text", Limits.ENTRY_TEXT, "createdBy", Limits.USER);

    private ItemCheck() {}

    /** All problems; none where it can be sent. */
    public static List<Problem> problems(Item item) {
        List<Problem> problems = new ArrayList<>();
        Entry entry = Entry.of(item);
        entry.body().properties().forEach(field -> field(field.getKey(), field.getValue(), problems));
        if (entry.resource() == Resource.JOURNAL_ENTRIES) {
            List.of("type", "heading").forEach(name -> present(name, entry.body(), problems));
        }
        return problems;
    }

    private static void field(String name, JsonNode value, List<Problem> problems) {
        String text = value.asText();
        int longest = LONGEST.getOrDefault(name, Integer.MAX_VALUE);
        if (text.length() > longest) {
            String expected = "at most " + longest + " characters; divide the note where it was written";
            problems.add(new Problem(Reason.INVALID_RESOURCE, name, text.length() + " characters", expected));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.indexOf('\0') >= 0) {
            String expected = "characters that can be stored; write the note again where it was written";
            problems.add(new Problem(Reason.INVALID_RESOURCE, name, "half a character, or a zero character", expected));
        }
    }

    private static void present(String name, JsonNode body, List<Problem> problems) {
        if (body.path(name).asText().isBlank()) {
            problems.add(new Problem(
                    Reason.INVALID_RESOURCE,
                    name,
                    "nothing",
                    "the type and the heading of a journal entry for this kind of note in the configuration"));
        }
    }
}
