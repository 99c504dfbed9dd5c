package se.omsorgsbron.sandbox.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prints a check's result as plain text: what each system holds, what is held back and why, and what differs. */
public final class CheckTable {
    private static final int MOST_DIFFERENCES = 50;

    private CheckTable() {}

    /** The text, lines ending in a line feed. */
    public static String print(CheckResult result) {
        var out = new StringBuilder();
        out.append("Lifecare: ")
                .append(result.people())
                .append(" people, ")
                .append(result.facts())
                .append(" facts\n\n");
        out.append(holdings("primary care holds", result.municipalities()));
        if (!result.patrols().isEmpty()) {
            out.append('\n').append(holdings("the night patrol knows", result.patrols()));
        }
        out.append("\nHeld back: ").append(result.heldItems().size()).append('\n');
        out.append(held(result.heldItems()));
        out.append("\nDifferences: ").append(result.differences().size()).append('\n');
        result.differences().stream().limit(MOST_DIFFERENCES).forEach(difference -> out.append(line(difference)));
        int more = result.differences().size() - MOST_DIFFERENCES;
        if (more > 0) {
            out.append("  and ").append(more).append(" more\n");
        }
        return out.toString();
    }

    private static String holdings(String title, Map<String, Map<String, Integer>> municipalities) {
        var header = new ArrayList<>(List.of(title));
        header.addAll(municipalities.keySet());
        Set<String> types = new TreeSet<>();
        municipalities.values().forEach(byType -> types.addAll(byType.keySet()));
        var rows = new ArrayList<List<String>>();
        rows.add(header);
        for (String type : types) {
            var row = new ArrayList<>(List.of(type));
            municipalities.values().forEach(byType -> row.add(Integer.toString(byType.getOrDefault(type, 0))));
            rows.add(row);
        }
        return table(rows);
    }

    private static String held(List<HeldItem> items) {
        var rows = new ArrayList<List<String>>();
        items.forEach(item -> rows.add(List.of(
                "  " + item.municipality(), item.source(), item.reason(), "for " + item.owner(), item.problem())));
        return table(rows);
    }

    private static String line(Difference difference) {
        return "  " + difference.municipality() + " " + difference.person() + " " + difference.resource() + " "
                + difference.what() + ": expected " + difference.expected() + ", found " + difference.found() + "\n";
    }

    private static String table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var out = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int index = column;
                int width = rows.stream()
                        .filter(other -> other.size() > index)
                        .mapToInt(other -> other.get(index).length())
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                line.append(cell).append(column + 1 == columns ? "" : " ".repeat(width - cell.length() + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
