package se.omsorgsbron.bridge.operations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.ledger.HeldItem;
import se.omsorgsbron.bridge.ledger.HeldItem.Held;

/** Held items as a person or a program reads them. Only the page of one item shows its original. */
public final class HeldWords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROW = "%-6s %-5s %-52s %-24s %-13s %s%n";

    private HeldWords() {}

    public static String table(List<HeldItem> items) {
        if (items.isEmpty()) {
            return String.format("Nothing is held back.%n");
        }
        StringBuilder table =
                new StringBuilder(String.format(ROW, "ID", "MUN.", "WHAT", "WHY", "WHO HAS TO ACT", "SINCE"));
        for (HeldItem item : items) {
            Held what = item.what();
            Reason reason = what.reason();
            table.append(String.format(
                    ROW,
                    item.id(),
                    what.municipality(),
                    what.source(),
                    reason.code(),
                    reason.owner().code(),
                    item.heldAt()));
        }
        return table.toString();
    }

    public static String page(HeldItem item, List<String> history) {
        Held what = item.what();
        Reason reason = what.reason();
        StringBuilder page = new StringBuilder();
        line(page, "Item", item.id() + ", " + item.state().name().toLowerCase(java.util.Locale.ROOT));
        line(page, "What", what.source() + " in " + what.municipality());
        line(page, "Why", reason.english() + " (" + reason.code() + ")");
        line(page, "Varför", reason.swedish());
        line(page, "Who has to act", reason.owner().code());
        line(page, "Since", item.heldAt().toString());
        what.problems().forEach(problem -> line(page, "Problem", sentence(problem)));
        history.forEach(entry -> line(page, "History", entry));
        page.append(String.format("Original%n%s%n", what.original()));
        return page.toString();
    }

    public static String json(List<HeldItem> items) {
        ArrayNode array = JSON.createArrayNode();
        items.forEach(item -> array.add(node(item)));
        return array.toPrettyString() + System.lineSeparator();
    }

    public static String json(HeldItem item, List<String> history) {
        ObjectNode node = node(item);
        history.forEach(node.withArray("history")::add);
        node.put("original", item.what().original());
        return node.toPrettyString() + System.lineSeparator();
    }

    /** What was done with a held item. */
    public static String done(long id, String state) {
        return JSON.createObjectNode().put("id", id).put("state", state).toPrettyString();
    }

    private static ObjectNode node(HeldItem item) {
        Held what = item.what();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", item.id());
        node.put("municipality", what.municipality());
        node.put("source", what.source());
        node.put("reason", what.reason().code());
        node.put("owner", what.reason().owner().code());
        node.put(
                "problem",
                what.reason().english() + ": " + sentence(what.problems().get(0)));
        node.put("problemSwedish", what.reason().swedish());
        ArrayNode problems = node.putArray("problems");
        what.problems()
                .forEach(problem -> problems.addObject()
                        .put("reason", problem.reason().code())
                        .put("field", problem.field())
                        .put("found", problem.found())
                        .put("expected", problem.expected()));
        node.put("since", item.heldAt().toString());
        node.put("state", item.state().name().toLowerCase(java.util.Locale.ROOT));
        return node;
    }

    private static String sentence(Problem problem) {
        return problem.field() + ": found " + problem.found() + ", expected " + problem.expected();
    }

    private static void line(StringBuilder page, String name, String value) {
        page.append(String.format("%-16s%s%n", name, value));
    }
}
