package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.omsorgsbron.bridge.files.Rows.Row;
import se.omsorgsbron.bridge.files.Rows.Spoilt;
import se.omsorgsbron.nightpatrol.mapper.PatrolLine;

/** A patrol's file, line by line; never more than one of them in memory. */
final class NoteFile {
    private static final char LOST = '\uFFFD';

    private final Rows rows;
    private final CSVFormat format;
    private List<String> header = List.of();

    NoteFile(Reader reader) throws IOException {
        rows = new Rows(reader);
        format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(rows.separator())
                .setIgnoreEmptyLines(false)
                .build();
    }

    /** One line of the file. */
    sealed interface Line {
        /** Its number, from 1. */
        int number();

        /** It could be taken apart: column to what stands in it. */
        record Whole(int number, Map<String, String> values) implements Line {}

        /** It could not. */
        record Broken(int number, Fault fault) implements Line {}
    }

    /** Reads the header; the fault for which nothing else can be read. */
    Optional<Line.Broken> header() throws IOException {
        Optional<Row> first = rows.next();
        List<String> names = first.filter(row -> row.spoilt().isEmpty()).flatMap(this::split).orElse(List.of()).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        header = names.stream()
                .map(name -> PatrolLine.columns().stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElse(""))
                .toList();
        Set<String> different = new HashSet<>(header);
        boolean good = !different.contains("")
                && different.size() == header.size()
                && different.containsAll(PatrolLine.required());
        String expected = String.join(";", PatrolLine.required()) + ", and of " + String.join(";", PatrolLine.columns())
                + " what is used, each once";
        return good
                ? Optional.empty()
                : Optional.of(new Line.Broken(
                        first.map(Row::line).orElse(1),
                        Fault.of(Advice.HEADER, first.isEmpty() ? "nothing" : "another header", expected)));
    }

    /** The next line that is not empty; none after the last. */
    Optional<Line> next() throws IOException {
        Optional<Row> row = rows.next();
        while (row.isPresent() && blank(row.get())) {
            row = rows.next();
        }
        return row.isPresent() ? Optional.of(line(row.get())) : Optional.empty();
    }

    private boolean blank(Row row) {
        return row.text().chars().allMatch(c -> c == rows.separator() || Character.isWhitespace(c));
    }

    private Line line(Row row) throws IOException {
        if (row.spoilt().isPresent()) {
            return broken(row, row.spoilt().get());
        }
        if (row.text().indexOf(LOST) >= 0) {
            return broken(
                    row,
                    Advice.LETTERS,
                    "bytes that are no text at character " + (row.text().indexOf(LOST) + 1),
                    "text in the file's one encoding");
        }
        Optional<List<String>> values = split(row);
        if (values.isEmpty() || values.get().size() != header.size()) {
            rows.splitAgain(row);
            if (!row.ended()) {
                return broken(row, Advice.CUT, "the end of the file within the line", "a whole line");
            }
            String found = values.isEmpty()
                    ? "something else than a row"
                    : values.get().size() + " values";
            return broken(row, Advice.VALUES, found, header.size() + " values");
        }
        if (!row.ended()) {
            // What stands last may be half of it, also where it ends with a quotation mark, which can be the first of
            // two. Half a note
            // must not stand in a journal.
            return broken(row, Advice.CUT, "no line break at the end of the file", "a line break");
        }
        return new Line.Whole(row.line(), byColumn(values.get()));
    }

    private Map<String, String> byColumn(List<String> values) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), values.get(i));
        }
        return byColumn;
    }

    private static Line broken(Row row, Spoilt spoilt) {
        return switch (spoilt) {
            case QUOTE ->
                broken(row, Advice.QUOTE, "a quotation mark that does not end its value", "quotation marks in pairs");
            case TOO_LONG ->
                broken(row, Advice.TOO_LONG, "more than " + Lines.LONGEST + " characters", "at most so many");
        };
    }

    private static Line broken(Row row, Advice advice, String found, String expected) {
        return new Line.Broken(row.line(), Fault.of(advice, found, expected));
    }

    private Optional<List<String>> split(Row row) {
        try (CSVParser parser = CSVParser.parse(new StringReader(row.text()), format)) {
            List<List<String>> records = new ArrayList<>();
            for (CSVRecord csv : parser) {
                records.add(csv.toList());
            }
            return records.size() == 1 ? Optional.of(records.get(0)) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException strayQuote) {
            return Optional.empty();
        }
    }
}
