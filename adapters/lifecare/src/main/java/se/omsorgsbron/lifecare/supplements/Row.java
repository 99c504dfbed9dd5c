package se.omsorgsbron.lifecare.supplements;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the file.
 *
 * @param line number of the line on which it begins; the header is line 1
 * @param raw as it stands in the file
 * @param values by column name, stripped; empty where nothing stands
 */
record Row(int line, String raw, Map<String, String> values) {
    static final List<String> COLUMNS = List.of("municipality", "subject", "kind", "date", "until", "value", "note");

    Row {
        values = Map.copyOf(values);
    }

    /** What stands in the column; empty where nothing does. */
    Optional<String> value(String column) {
        return Optional.ofNullable(values.get(column)).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
