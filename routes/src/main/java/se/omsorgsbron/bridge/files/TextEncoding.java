package se.omsorgsbron.bridge.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * In what a file is written: UTF-8 or Windows-1252. A file that begins with a byte order mark, that has nothing that could not be UTF-8, or
 * more letters that are UTF-8 than bytes that are not, is UTF-8: so a few broken bytes do not turn every other å into two characters.
 * What is not to be read in the file's encoding is read as U+FFFD.
 */
final class TextEncoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MARK = 0xFEFF;
    private static final int BUFFER = 16_384;

    private TextEncoding() {}

    /** Reads the text, without its byte order mark. */
    static Reader reader(Scratch file) throws IOException {
        boolean utf8 = isUtf8(file.in());
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(file.in(), utf8 ? StandardCharsets.UTF_8 : WINDOWS_1252), BUFFER);
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private static boolean isUtf8(InputStream file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        long letters = 0;
        long broken = 0;
        boolean marked = false;
        int read;
        while ((read = file.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
            bytes.position(bytes.position() + read).flip();
            CoderResult result;
            do {
                // A letter that the end of the file cuts is not broken: the rest of it is missing.
                result = decoder.decode(bytes, characters, false);
                characters.flip();
                for (int i = 0; i < characters.length(); i++) {
                    letters += characters.charAt(i) > 127 ? 1 : 0;
                    marked |= characters.charAt(i) == MARK;
                }
                characters.clear();
                if (result.isError()) {
                    broken++;
                    bytes.position(bytes.position() + result.length());
                }
            } while (!result.isUnderflow());
            bytes.compact();
        }
        return broken == 0 || marked || letters > broken;
    }
}
