package se.omsorgsbron.bridge.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shipped decision table as the tests read it themselves: its lines, split. It knows nothing of the code that it judges.
 *
 * @param name the municipality's
 * @param rows in the order of the file
 */
record PolicyText(String name, List<Row> rows) {
    PolicyText {
        rows = List.copyOf(rows);
    }

    /** One row; the columns of the file, as they stand. */
    record Row(String recipient, String concept, String part, String ground, String decision, String days) {
        boolean about(String who, String what, String which) {
            return recipient.equals(who) && concept.equals(what) && (part.equals(which) || part.equals("all"));
        }

        /** How young a ground must be, in days. */
        int limit() {
            return days.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(days);
        }

        @Override
        public String toString() {
            return String.join(";", recipient, concept, part, ground, decision, days);
        }
    }

    /** The table of that name in the jar. */
    static PolicyText shipped(String name) {
        try (InputStream file = PolicyText.class.getResourceAsStream("/disclosure/" + name + ".csv")) {
            List<Row> rows = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
            return new PolicyText(name, rows);
        } catch (IOException unreadable) {
            throw new IllegalStateException("no table " + name, unreadable);
        }
    }

    /** The recipients that it names. */
    Set<String> recipients() {
        return rows.stream().map(Row::recipient).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same table without one of its rows. */
    PolicyText without(int row) {
        List<Row> others = IntStream.range(0, rows.size())
                .filter(i -> i != row)
                .mapToObj(rows::get)
                .toList();
        return new PolicyText(name, others);
    }
}
