package se.omsorgsbron.sandbox.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.omsorgsbron.sandbox.town.Town;
import se.omsorgsbron.sandbox.town.TownException;

/**
 * What the town folder says beside the records: municipalities, supplements, and what is expected to be held back.
 *
 * @param municipalities by code
 * @param supplements the lines that can be read
 * @param supplementLines how many lines there are, readable or not
 * @param expectedHeld what is expected to be held
 */
record TownFiles(
        Map<String, Municipality> municipalities,
        List<Supplement> supplements,
        int supplementLines,
        List<HeldItem> expectedHeld) {

    /**
     * A municipality as {@code town.yaml} has it.
     *
     * @param key Lifecare's key
     * @param noteKinds kind of note by headline id
     * @param planParts part of a plan by headline id
     * @param relations role by relation text
     */
    record Municipality(
            String key, Map<String, String> noteKinds, Map<String, String> planParts, Map<String, String> relations) {}

    /**
     * Reads the folder.
     *
     * @throws CheckFailed if {@code town.yaml} cannot be read
     */
    static TownFiles read(Path folder) {
        try {
            var municipalities = new TreeMap<String, Municipality>();
            Town.read(folder)
                    .municipalities()
                    .forEach((code, municipality) -> municipalities.put(
                            code,
                            new Municipality(
                                    municipality.key(),
                                    byText(municipality.noteHeadlines()),
                                    byText(municipality.planHeadlines()),
                                    municipality.relations())));
            var lines = rows(folder.resolve("supplements.csv"), 7);
            var supplements = new ArrayList<Supplement>();
            lines.forEach(row -> supplement(row).ifPresent(supplements::add));
            var held = rows(folder.resolve("expected-held.csv"), 3).stream()
                    .map(row -> new HeldItem("", row.get(0), row.get(1), row.get(2), "", ""))
                    .toList();
            return new TownFiles(municipalities, List.copyOf(supplements), lines.size(), held);
        } catch (IOException | TownException e) {
            throw new CheckFailed("the town folder cannot be read: it needs a town.yaml", e);
        }
    }

    /** By id as text, which is how Lifecare's notes name a headline. */
    private static Map<String, String> byText(Map<Integer, String> table) {
        var texts = new TreeMap<String, String>();
        table.forEach((id, meaning) -> texts.put(Integer.toString(id), meaning));
        return texts;
    }

    /** Rows after the header, padded to {@code columns}; none where there is no such file. */
    private static List<List<String>> rows(Path file, int columns) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var rows = new ArrayList<List<String>>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                var cells = new ArrayList<>(List.of(line.strip().split(";", columns)));
                while (cells.size() < columns) {
                    cells.add("");
                }
                rows.add(cells.stream().map(String::strip).toList());
            }
        }
        return rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
    }

    /** The line, or empty where a date in it cannot be read: the bridge holds such a line. */
    private static Optional<Supplement> supplement(List<String> row) {
        var date = Times.day(row.get(3));
        var until = Times.day(row.get(4));
        if ((date.isEmpty() && !row.get(3).isEmpty())
                || (until.isEmpty() && !row.get(4).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Supplement(row.get(0), row.get(1), row.get(2), date, until, row.get(5), row.get(6)));
    }
}
