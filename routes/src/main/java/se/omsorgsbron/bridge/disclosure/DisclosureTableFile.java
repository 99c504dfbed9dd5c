package se.omsorgsbron.bridge.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.bridge.disclosure.DisclosureTable.Row;

/**
 * Reads a decision table: CSV in UTF-8 with semicolons, lines that begin with {@code #} are comments. The tables of Botkyrka and
 * Nacka are in the jar, under the municipality's name in small letters.
 */
public final class DisclosureTableFile {
    /** The header, in this order. */
    public static final List<String> COLUMNS = List.of("recipient", "concept", "part", "ground", "decision", "days");

    /** The tables that are in the jar. */
    public static final List<String> SHIPPED = List.of("botkyrka", "nacka");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setCommentMarker('#')
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .build();
    private static final String BOM = "\uFEFF";

    private final List<Row> rows = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private DisclosureTableFile() {}

    /**
     * A table, or what is wrong with it.
     *
     * @param table the table; it allows nothing where there are mistakes
     * @param mistakes sentences that name the line, the column and what to write
     */
    public record Read(DisclosureTable table, List<String> mistakes) {
        public Read {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** Reads the table of that name: one that is in the jar, or a file. */
    public static Read read(String name) {
        try {
            if (SHIPPED.contains(name.toLowerCase(Locale.ROOT))) {
                return parse(name, shipped(name.toLowerCase(Locale.ROOT)));
            }
            Path file = Path.of(name);
            if (!Files.isReadable(file)) {
                return bad("names no table: write " + String.join(", ", SHIPPED)
                        + " or the path of a file that can be read");
            }
            return parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return bad("names a file that cannot be read");
        }
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream table = DisclosureTableFile.class.getResourceAsStream("/disclosure/" + name + ".csv")) {
            return table.readAllBytes();
        }
    }

    static Read parse(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new DisclosureTableFile().table(name, text.startsWith(BOM) ? text.substring(1) : text);
        } catch (CharacterCodingException otherEncoding) {
            return bad("is not UTF-8: save it as UTF-8 (in Excel: CSV UTF-8)");
        }
    }

    private static Read bad(String mistake) {
        return new Read(DisclosureTable.NOTHING, List.of(mistake));
    }

    private Read table(String name, String text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            boolean headed = false;
            for (CSVRecord row : parser) {
                if (headed) {
                    row((int) parser.getCurrentLineNumber(), row);
                } else if (!row.toList().equals(COLUMNS)) {
                    return bad("has another header: write " + String.join(";", COLUMNS));
                }
                headed = true;
            }
            if (!headed) {
                return bad("is empty: write the header " + String.join(";", COLUMNS) + " and a row for what may leave");
            }
        } catch (IOException | UncheckedIOException broken) {
            return bad("cannot be taken apart: look for a stray quotation mark");
        }
        if (rows.size() > DisclosureTable.MOST_ROWS) {
            mistakes.add("has " + rows.size() + " rows: at most " + DisclosureTable.MOST_ROWS + " can be kept in view");
        }
        DisclosureTable table = new DisclosureTable(name, rows);
        table.rows().forEach(row -> together(table, row));
        return mistakes.isEmpty() ? new Read(table, List.of()) : new Read(DisclosureTable.NOTHING, mistakes);
    }

    private void row(int line, CSVRecord values) {
        if (values.size() != COLUMNS.size()) {
            mistakes.add("line " + line + " has " + values.size() + " values: write " + COLUMNS.size());
            return;
        }
        int before = mistakes.size();
        String recipient = values.get(0);
        if (!recipient.matches("[a-z][a-z0-9-]*")) {
            wrong(line, "recipient", "the name of a recipient in the configuration, such as primary-care");
        }
        Optional<DisclosedConcept> concept = DisclosedConcept.ofCode(values.get(1));
        if (concept.isEmpty()) {
            wrong(
                    line,
                    "concept",
                    oneOf(Arrays.stream(DisclosedConcept.values())
                            .map(DisclosedConcept::code)
                            .toList()));
        }
        String part = values.get(2);
        concept.map(DisclosedConcept::parts)
                .filter(parts -> !parts.contains(part) && !part.equals(Row.ALL))
                .ifPresent(parts -> wrong(line, "part", oneOf(parts) + ", or " + Row.ALL));
        Optional<Ground> ground = Ground.ofCode(values.get(3));
        if (ground.isEmpty()) {
            wrong(
                    line,
                    "ground",
                    oneOf(Arrays.stream(Ground.values()).map(Ground::code).toList()));
        }
        Optional<String> decision = Optional.of(values.get(4)).filter(text -> !text.isEmpty());
        if (decision.isPresent() && ground.filter(Ground.HARM_TEST::equals).isEmpty()) {
            wrong(line, "decision", "nothing: only a harm test can be made for everybody at once");
        } else if (decision.isPresent()
                && concept.filter(DisclosedConcept.NOTES::equals).isPresent()) {
            wrong(line, "decision", "nothing: a journal text needs a harm test of its own for each person");
        }
        OptionalInt days = days(line, values.get(5));
        if (mistakes.size() == before) {
            rows.add(new Row(line, recipient, concept.get(), part, ground.get(), decision, days));
        }
    }

    private OptionalInt days(int line, String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (text.matches("[1-9][0-9]{0,4}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        wrong(line, "days", "a number of days from 1 on, or nothing");
        return OptionalInt.empty();
    }

    /** The team travels with the contacts, in the same CareTeam; a telephone belongs to the member of staff, whoever asks. */
    private void together(DisclosureTable table, Row row) {
        List<Row> contacts = table.rows(row.recipient(), DisclosedConcept.CONTACTS, "assignment");
        boolean member = row.concept() == DisclosedConcept.TEAM || row.concept() == DisclosedConcept.RELATIVES;
        if (member && contacts.isEmpty()) {
            wrong(
                    row.line(),
                    "concept",
                    "contacts too: the team travels with the contacts, which no row gives " + row.recipient());
        }
        boolean alone = row.concept() == DisclosedConcept.CONTACTS
                && contacts.stream()
                        .noneMatch(contact -> contact.ground() == row.ground()
                                && contact.decision().equals(row.decision())
                                && contact.days().equals(row.days()));
        if (alone) {
            wrong(
                    row.line(),
                    "ground",
                    "the ground, decision and days of contacts, assignment: a contact is reached like every other");
        }
    }

    private void wrong(int line, String column, String expected) {
        mistakes.add("line " + line + ", " + column + ": write " + expected);
    }

    private static String oneOf(List<String> codes) {
        return codes.stream().collect(Collectors.joining(", ", "one of ", ""));
    }
}
