package se.omsorgsbron.bridge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import se.omsorgsbron.bridge.files.NoteFile.Line;

class NoteFileTest {
    private static final List<String> COLUMNS =
            List.of("id", "person", "kind", "occurred", "authorName", "text", "withdraws");

    @Property
    void whateverACsvProgramWritesIsReadUnharmed(
            @ForAll("rows") List<List<String>> rows,
            @ForAll("separators") char separator,
            @ForAll("ends") String end,
            @ForAll boolean mark)
            throws IOException {
        String file = (mark ? "\uFEFF" : "") + csv(rows, separator, end);

        assertThat(values(read(file.getBytes(StandardCharsets.UTF_8)))).isEqualTo(rows);
    }

    @Property
    void ofAFileThatIsCutAnywhereNoLineIsHalf(
            @ForAll("rows") @Size(min = 1) List<List<String>> rows, @ForAll @IntRange(max = 1000) int permille)
            throws IOException {
        String file = csv(rows, ';', "\n");
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        int cut = bytes.length * permille / 1000;
        String kept = new String(Arrays.copyOf(bytes, cut), StandardCharsets.UTF_8);
        long whole = IntStream.range(0, rows.size())
                .filter(i -> kept.startsWith(csv(rows.subList(0, i + 1), ';', "\n")))
                .count();

        List<List<String>> read = values(read(Arrays.copyOf(bytes, cut)));

        assertThat(rows.subList(0, read.size())).isEqualTo(read);
        assertThat((long) read.size()).isEqualTo(whole);
    }

    @Property
    void whateverStandsInAFileEachOfItsLinesIsReadOrTold(@ForAll("garbage") String garbage) throws IOException {
        String file = String.join(";", COLUMNS) + "\n" + garbage;

        List<Line> lines = read(file.getBytes(StandardCharsets.UTF_8));

        long filled =
                garbage.lines().filter(line -> !line.replace(";", "").isBlank()).count();
        assertThat(lines.size()).isLessThanOrEqualTo((int) filled);
        assertThat(lines.isEmpty()).isEqualTo(filled == 0);
        assertThat(lines).extracting(Line::number).isSorted().doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("abåäö;,\"\"'= é\n\r")
                .withChars('\u2013', '\u00a0')
                .ofMaxLength(12);
        Arbitrary<String> text = Arbitraries.of("x🌙y", "Låg på golvet; sa \"aj\"\r\noch somnade.", "=1+1");
        return Arbitraries.oneOf(value, text)
                .list()
                .ofSize(COLUMNS.size() - 1)
                .map(values -> {
                    List<String> row = new ArrayList<>(values);
                    row.add(0, "id-1");
                    return List.copyOf(row);
                })
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(';', ',');
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n");
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings().withChars("a;;\"\"\n ").ofMaxLength(60);
    }

    private static String csv(List<List<String>> rows, char separator, String end) {
        return CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator)
                        .setRecordSeparator(end)
                        .build()
                        .format(COLUMNS.toArray())
                + end
                + rows.stream()
                        .map(row -> CSVFormat.DEFAULT
                                        .builder()
                                        .setDelimiter(separator)
                                        .build()
                                        .format(row.toArray())
                                + end)
                        .reduce("", String::concat);
    }

    private static List<List<String>> values(List<Line> lines) {
        return lines.stream()
                .filter(Line.Whole.class::isInstance)
                .map(line -> ((Line.Whole) line).values())
                .map(NoteFileTest::inOrder)
                .toList();
    }

    private static List<String> inOrder(Map<String, String> values) {
        return COLUMNS.stream().map(values::get).toList();
    }

    private static List<Line> read(byte[] file) throws IOException {
        try (Scratch scratch = Scratch.of(new ByteArrayInputStream(file))) {
            NoteFile lines = new NoteFile(TextEncoding.reader(scratch));
            List<Line> read = new ArrayList<>();
            if (lines.header().isEmpty()) {
                for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                    read.add(line.get());
                }
            }
            return read;
        }
    }
}
