package se.omsorgsbron.bridge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.omsorgsbron.bridge.files.TestDesk.HEADER;
import static se.omsorgsbron.bridge.files.TestDesk.line;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.bridge.files.TestDesk.Done;
import se.omsorgsbron.bridge.intake.SentFields;
import se.omsorgsbron.bridge.ledger.TestFacts;
import se.omsorgsbron.nightpatrol.PatrolNote;
import se.omsorgsbron.nightpatrol.mapper.PatrolMapper;

class FileDeskTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final TestDesk desk = new TestDesk();

    @ParameterizedTest
    @CsvSource({"UTF-8,;,LF", "UTF-8,;,CRLF", "UTF-8,c,CRLF", "windows-1252,;,CRLF", "windows-1252,c,LF", "BOM,;,LF"})
    void itIsReadInEitherEncodingWithEitherSeparator(String encoding, String separator, String end) throws IOException {
        String text = "\"Låg på golvet; frös, \"\"aj\"\".\nFick vatten – é.\"";
        String file = (HEADER + line("a-1", text) + line("a-2", "Sov."))
                .replace("\nFick", "¤")
                .replace("\n", end.equals("CRLF") ? "\r\n" : "\n")
                .replace("¤", "\nFick");
        if (separator.equals("c")) {
            file = file.replace(";", ",").replace("golvet,", "golvet;");
        }
        if (encoding.equals("BOM")) {
            file = "\uFEFF" + file;
        }
        Done done = desk.take(file, encoding.equals("windows-1252") ? WINDOWS : StandardCharsets.UTF_8);

        assertThat(done.result()).as(done.report()).isEqualTo(new FileResult(2, 2, 0, 0));
        assertThat(desk.texts()).containsExactlyInAnyOrder("Låg på golvet; frös, \"aj\".\nFick vatten – é.", "Sov.");
        assertThat(desk.notes()).allMatch(note -> note.authorName().full().equals("Eva Öberg"));
    }

    @Test
    void theExampleOfTheDocumentationIsTakenIn() throws IOException {
        byte[] example = Files.readAllBytes(Path.of("..", "docs", "night-patrol-notes.csv"));
        Done done = desk.take(example);

        assertThat(done.result()).as(done.report()).isEqualTo(new FileResult(4, 4, 0, 0));
        assertThat(desk.notes()).hasSize(3).anyMatch(note -> note.corrects().isPresent());
        assertThat(desk.texts()).hasSize(2);
    }

    @Test
    void theSameFileTwiceStoresNothingTwiceAndOtherContentUnderAnIdIsRefused() throws IOException {
        String file = HEADER + line("a-1", "En.") + line("a-2", "Två.") + line("a-1", "En.");
        assertThat(desk.take(file).result()).isEqualTo(new FileResult(3, 2, 1, 0));
        assertThat(desk.take(file).result()).isEqualTo(new FileResult(3, 0, 3, 0));

        Done other = desk.take(HEADER + line("a-1", "Annat.").replace("daily", "deviation") + line("a-3", "Tre."));

        assertThat(other.faults()).containsExactly("2 kind", "2 text");
        assertThat(other.report()).contains("other content than was received").doesNotContain("Annat");
        assertThat(desk.texts()).containsExactlyInAnyOrder("En.", "Två.", "Tre.");
    }

    @Test
    void aNoteIsOneNoteWhetherItComesByTheApiOrInAFile() throws IOException {
        ObjectNode json = new JsonMapper().createObjectNode();
        json.put("text", "Sov.\r\nÅt.")
                .put("id", "b-1")
                .put("person", TestFacts.NUMBER)
                .put("kind", "daily");
        json.put("occurred", "2026-11-25T02:14:00+01:00").put("followUpWanted", true);
        json.putObject("author").put("name", "Eva Öberg").put("hsaId", "SE165565594230-1003");
        Mapped.Value<PatrolNote> note = (Mapped.Value<PatrolNote>) PatrolMapper.toNote(json);
        desk.desk.note(TestDesk.SENDER, note.value(), SentFields.hashes(json));

        Done done = desk.take("id;person;kind;occurred;authorName;authorTitle;authorHsaId;text;followUpWanted\nb-1;"
                + TestFacts.NUMBER
                + ";daily;2026-11-25T02:14:00+01:00;Eva Öberg;;SE165565594230-1003;\"Sov.\r\nÅt.\";ja\n");

        assertThat(done.result()).as(done.report()).isEqualTo(new FileResult(1, 0, 1, 0));
    }

    @Test
    void whatIsWrongIsNamedByLineAndColumnAndTheGoodLinesAreIn() throws IOException {
        String file = HEADER
                + line("a-1", "Bra.")
                + line("två ord", "Text.")
                + line("a-3", "Text.").replace(TestFacts.NUMBER, "8901")
                + line("a-4", "").replace("+01:00", "")
                + line("a-5", "Hon sa \"nej\" igen.")
                + "a-6;bara detta\n"
                + line("a-7", "\"Ett \"citat\" till.\"")
                + "\n;;;;;\n"
                + line("a-8", "Text.").replace(TestFacts.NUMBER, "199002222397")
                + line("a-9", "Sist.");

        Done done = desk.take(file);

        assertThat(done.faults()).containsExactly("3 id", "4 person", "5 occurred", "5 text", "7 ", "8 ", "11 person");
        assertThat(desk.texts()).containsExactlyInAnyOrder("Bra.", "Hon sa \"nej\" igen.", "Sist.");
        assertThat(done.report())
                .contains("4 digits")
                .contains("Skriv personens nummer med 12 siffror")
                .contains("Write the person's number with 12 digits")
                .contains("9 lines: 3 taken in, 0 taken in before, 6 refused")
                .doesNotContain("8901")
                .doesNotContain("två ord")
                .doesNotContain("Ett ")
                .doesNotContain("199002222397");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsOneLine() throws IOException {
        String file = HEADER + line("a-1", "\"Öppet.") + line("a-2", "\"Hel.\"") + line("a-3", "Naken.");

        Done done = desk.take(file);

        assertThat(done.faults()).containsExactly("2 ");
        assertThat(desk.texts()).containsExactlyInAnyOrder("Hel.", "Naken.");
        assertThat(done.report()).contains("citattecken");
    }

    @ParameterizedTest
    @CsvSource({"8", "25", "60", "1"})
    void ofHalfAFileTheWholeLinesAreIn(int cut) throws IOException {
        byte[] file = (HEADER + line("a-1", "Hel å.") + line("a-2", "\"Också\nhel.\"") + line("a-3", "Halva åäö å"))
                .getBytes(StandardCharsets.UTF_8);

        Done done = desk.take(Arrays.copyOf(file, file.length - cut));

        assertThat(done.result().refused()).isEqualTo(1);
        assertThat(done.faults()).containsExactly("5 ");
        assertThat(desk.texts()).containsExactlyInAnyOrder("Hel å.", "Också\nhel.");
        assertThat(done.report()).contains("avklippt");
    }

    @Test
    void aFileThatIsCutWithinAQuotedValueIsToldLineByLine() throws IOException {
        Done done = desk.take(
                HEADER + line("a-1", "Hel.") + line("a-2", "\"Första\nandra").strip());

        assertThat(done.faults()).containsExactly("3 ", "4 ");
        assertThat(desk.texts()).containsExactly("Hel.");
    }

    @Test
    void aBrokenByteSpoilsItsLineAndNoOther() throws IOException {
        byte[] file = (HEADER + line("a-1", "Åt på.") + line("a-2", "Sov ¤.")).getBytes(StandardCharsets.UTF_8);
        String text = new String(file, StandardCharsets.ISO_8859_1).replace("\u00c2\u00a4", "\u00e5");

        Done done = desk.take(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(done.faults()).containsExactly("3 ");
        assertThat(desk.texts()).containsExactly("Åt på.");
    }

    @ParameterizedTest
    @CsvSource({"''", "'id;person\n'", "'id;person;kind;occurred;authorName;text;mood\n'", "'{\"id\": 1}'"})
    void aFileWithAnotherHeaderIsNotRead(String header) throws IOException {
        Done done = desk.take(header + line("a-1", "Text."));

        assertThat(done.result().fresh()).isZero();
        assertThat(done.faults()).containsExactly("1 ");
        assertThat(done.report()).contains("Rätta första raden").contains("id;person;kind;occurred;authorName;text");
    }

    @Test
    void aCorrectionAndAWithdrawalReferToALineBeforeThem() throws IOException {
        String header = "id;person;kind;occurred;authorName;text;corrects;withdraws\r\n";
        String file = header
                + line("c-1", "Vänster.;;").replace("\n", "\r\n")
                + line("c-2", "Höger.;c-1;").replace("\n", "\r\n")
                + "c-3;;;;;;;c-1\r\n"
                + "c-4;;;;;;;nothing\r\n"
                + line("c-5", "Och så.;;c-2").replace("\n", "\r\n");

        Done done = desk.take(file);

        assertThat(done.faults().get(0)).isEqualTo("5 withdraws");
        assertThat(done.faults().subList(1, done.faults().size())).allMatch(fault -> fault.startsWith("6 "));
        assertThat(desk.texts()).containsExactly("Höger.");
        assertThat(desk.take(file).result()).isEqualTo(new FileResult(5, 0, 3, 2));
    }

    @Test
    void aLedgerThatDoesNotAnswerIsNoFaultOfTheFile() throws IOException {
        desk.ledger.jdbc.execute("alter table received rename to elsewhere");

        assertThatThrownBy(() -> desk.take(HEADER + line("a-1", "Text."))).isInstanceOf(DataAccessException.class);

        desk.ledger.jdbc.execute("alter table elsewhere rename to received");
        assertThat(desk.take(HEADER + line("a-1", "Text.")).result()).isEqualTo(new FileResult(1, 1, 0, 0));
    }

    @Test
    void aNoteThatSomebodyElseStoresMeanwhileIsStoredOnce() throws Exception {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 500; i++) {
            file.append(line("d-" + i, "Text " + i));
        }
        List<FileResult> results = java.util.stream.IntStream.range(0, 2)
                .parallel()
                .mapToObj(node -> {
                    try {
                        return desk.take(file.toString()).result();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();

        assertThat(results).allMatch(FileResult::good);
        assertThat(results.stream().mapToInt(FileResult::fresh).sum()).isEqualTo(500);
        assertThat(desk.texts()).hasSize(500);
    }
}
