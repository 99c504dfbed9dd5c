package se.omsorgsbron.bridge.files;

import java.io.IOException;
import java.io.Reader;

/** The lines of a text with their breaks as they stand: LF, CRLF or CR. */
final class Lines {
    /** Characters. Of a longer line only the beginning is kept. */
    static final int LONGEST = 60_000;

    private static final int NONE = -2;

    private final Reader reader;
    private int number;
    private int ahead = NONE;

    /** @param first the number of the first line */
    Lines(Reader reader, int first) {
        this.reader = reader;
        this.number = first - 1;
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text with its break, where it has one
     * @param tooLong whether there is more of it than stands here
     */
    record Line(int number, String text, boolean tooLong) {}

    /** The next line; null after the last. */
    Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended) {
            int character = character();
            ended = character < 0 || character == '\n' || character == '\r';
            if (ended || text.length() < LONGEST) {
                append(text, character);
            } else {
                tooLong = true;
            }
        }
        return text.isEmpty() ? null : new Line(++number, text.toString(), tooLong);
    }

    private void append(StringBuilder text, int character) throws IOException {
        if (character >= 0) {
            text.append((char) character);
        }
        if (character == '\r') {
            ahead = character();
            if (ahead == '\n') {
                text.append('\n');
                ahead = NONE;
            }
        }
    }

    private int character() throws IOException {
        int character = ahead == NONE ? reader.read() : ahead;
        ahead = NONE;
        return character;
    }
}
