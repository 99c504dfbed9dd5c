package se.omsorgsbron.lifecare.supplements;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The text of the file, taken apart. Row by row, so that one stray quote spoils one row and not the rest of the file; a quoted
 * value may run over several lines.
 *
 * @param rows that could be taken apart
 * @param broken rows that could not
 */
record SupplementsFile(List<Row> rows, List<Broken> broken) {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreEmptyLines(false)
            .build();
    private static final int LONGEST_ROW = 50;
    private static final String BOM = "\uFEFF";

    /**
     * A row, or the whole file, that could not be taken apart.
     *
     * @param line 0 for the whole file
     * @param raw as it stands in the file
     * @param found what stands there
     * @param expected what should
     */
    record Broken(int line, String raw, String found, String expected) {}

    /** A row before it is taken apart. */
    private record Text(int line, String text) {}

    /** Takes the file apart. One that is not UTF-8, or whose header is another, has one broken row and no other. */
    static SupplementsFile read(byte[] bytes) {
        Optional<String> text = decode(bytes);
        if (text.isEmpty()) {
            return spoilt(0, "", "text in another encoding", "the whole file saved as UTF-8 (in Excel: CSV UTF-8)");
        }
        List<Text> texts = rows(text.get().startsWith(BOM) ? text.get().substring(1) : text.get());
        List<String> header =
                texts.isEmpty() ? List.of() : split(texts.get(0).text()).orElse(List.of());
        if (!header.containsAll(Row.COLUMNS) || new HashSet<>(header).size() != header.size()) {
            String raw = texts.isEmpty() ? "" : texts.get(0).text();
            return spoilt(1, raw, "another header", String.join(";", Row.COLUMNS));
        }
        return taken(texts.subList(1, texts.size()), header);
    }

    private static SupplementsFile spoilt(int line, String raw, String found, String expected) {
        return new SupplementsFile(List.of(), List.of(new Broken(line, raw, found, expected)));
    }

    private static SupplementsFile taken(List<Text> texts, List<String> header) {
        List<Row> rows = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (Text text : texts) {
            Optional<List<String>> values = split(text.text());
            if (values.isEmpty()) {
                broken.add(new Broken(text.line(), text.text(), "a stray quotation mark", "quotation marks in pairs"));
            } else if (values.get().size() > header.size()) {
                String found = values.get().size() + " values";
                broken.add(new Broken(text.line(), text.text(), found, "at most " + header.size() + " values"));
            } else {
                rows.add(row(text, header, values.get()));
            }
        }
        return new SupplementsFile(rows, broken);
    }

    private static Row row(Text text, List<String> header, List<String> values) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byColumn.put(header.get(i), values.get(i));
        }
        return new Row(text.line(), text.text(), byColumn);
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    /** Lines that are not blank, put together where a quoted value runs on. */
    private static List<Text> rows(String text) {
        List<String> lines = text.lines().toList();
        List<Text> rows = new ArrayList<>();
        int line = 0;
        while (line < lines.size()) {
            Text row = row(lines, line);
            if (!row.text().replace(";", "").isBlank()) {
                rows.add(row);
            }
            line += Math.max(1, (int) row.text().lines().count());
        }
        return rows;
    }

    /** The row that begins at {@code start}: as many lines as make one whole row, or that line alone where none do. */
    private static Text row(List<String> lines, int start) {
        for (int end = start + 1; end <= Math.min(lines.size(), start + LONGEST_ROW); end++) {
            String row = String.join("\n", lines.subList(start, end));
            if (row.isBlank() || split(row).isPresent()) {
                return new Text(start + 1, row);
            }
        }
        return new Text(start + 1, lines.get(start));
    }

    private static Optional<List<String>> split(String row) {
        try (CSVParser parser = CSVParser.parse(new StringReader(row), FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1
                    ? Optional.of(records.get(0).stream().map(String::strip).toList())
                    : Optional.empty();
        } catch (IOException | UncheckedIOException strayQuote) {
            return Optional.empty();
        }
    }
}
