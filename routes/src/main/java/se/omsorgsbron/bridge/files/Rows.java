package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.bridge.files.Lines.Line;

/**
 * The rows of a CSV file, one after the other. A quoted value may run over several lines; where that comes to no good end, the first line
 * alone is spoilt and the next is tried by itself, so that one stray quotation mark does not spoil the rest of the file.
 */
final class Rows {
    private final Lines lines;
    private final char separator;
    private final Deque<Line> ahead = new ArrayDeque<>();

    /** The first line that is not blank says what separates the values: a semicolon if it has one, else a comma. */
    Rows(Reader reader) throws IOException {
        lines = new Lines(reader, 1);
        Line first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        separator = first != null && first.text().indexOf(';') < 0 ? ',' : ';';
        if (first != null) {
            ahead.add(first);
        }
    }

    char separator() {
        return separator;
    }

    /**
     * A row.
     *
     * @param line the line in which it begins, from 1
     * @param text as it stands in the file, with its line break
     * @param spoilt what is wrong with it as a row
     */
    record Row(int line, String text, Optional<Spoilt> spoilt) {
        /** Whether it ends with a line break: if not, the file may have been cut within it. */
        boolean ended() {
            return text.endsWith("\n") || text.endsWith("\r");
        }
    }

    /** What can be wrong with a row. */
    enum Spoilt {
        QUOTE,
        TOO_LONG
    }

    /** The next row; empty after the last. */
    Optional<Row> next() throws IOException {
        List<Line> taken = new ArrayList<>();
        List<Line> read = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Quotes quotes = new Quotes(separator);
        Iterator<Line> again = ahead.iterator();
        while (taken.isEmpty() || (quotes.open() && text.length() <= Lines.LONGEST)) {
            Line line = again.hasNext() ? again.next() : lines.next();
            if (line == null) {
                break;
            }
            if (taken.size() >= ahead.size()) {
                read.add(line);
            }
            taken.add(line);
            text.append(line.text());
            quotes.read(line.text());
        }
        ahead.addAll(read);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Line first = taken.get(0);
        boolean tooLong =
                text.length() > Lines.LONGEST || taken.get(taken.size() - 1).tooLong();
        if (quotes.closed() && !tooLong) {
            taken.forEach(line -> ahead.removeFirst());
            return Optional.of(new Row(first.number(), text.toString(), Optional.empty()));
        }
        ahead.removeFirst();
        Spoilt spoilt = first.tooLong() ? Spoilt.TOO_LONG : Spoilt.QUOTE;
        return Optional.of(new Row(first.number(), first.text(), Optional.of(spoilt)));
    }

    /** Reads all lines of a row but the first again, each by itself: together they were none. */
    void splitAgain(Row row) throws IOException {
        Lines parts = new Lines(new StringReader(row.text()), row.line());
        List<Line> others = new ArrayList<>();
        for (Line line = parts.next(); line != null; line = parts.next()) {
            others.add(0, line);
        }
        others.subList(0, others.size() - 1).forEach(ahead::addFirst);
    }
}
