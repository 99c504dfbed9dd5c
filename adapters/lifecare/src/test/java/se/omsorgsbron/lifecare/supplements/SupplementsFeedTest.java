package se.omsorgsbron.lifecare.supplements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Observation.Unreadable;
import se.omsorgsbron.api.source.Observations;
import se.omsorgsbron.api.source.Observations.Coverage;
import se.omsorgsbron.api.source.SourceUnavailable;
import se.omsorgsbron.lifecare.Lifecare;

class SupplementsFeedTest {
    private static final String HEADER = "municipality;subject;kind;date;until;value;note";
    private static final Set<String> BOTH = Set.of("0182", "0127");
    private static final Coverage WHOLE = new Coverage.Complete(Set.of("rows", "supplements"));
    private static final Coverage MISTAKES_ONLY = new Coverage.Complete(Set.of("supplements"));

    @TempDir
    private Path folder;

    private Observations read(String municipality, String text, String... known) throws IOException, SourceUnavailable {
        return read(municipality, text.getBytes(StandardCharsets.UTF_8), known);
    }

    private Observations read(String municipality, byte[] bytes, String... known)
            throws IOException, SourceUnavailable {
        Path file = Files.write(folder.resolve("supplements.csv"), bytes);
        return Lifecare.supplements(municipality, BOTH, file).read(Optional.empty(), resource -> {
            assertThat(resource).isEqualTo("rows");
            return List.of(known);
        });
    }

    private static String file(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static List<String> brief(Observations observations) {
        return observations.items().stream()
                .map(item ->
                        item.getClass().getSimpleName() + " " + item.source().path())
                .toList();
    }

    @Test
    void aMunicipalityGetsItsOwnRowsWhoseIdsSayWhatTheyAre() throws Exception {
        String file = file(
                "0127;client:110001;offered;2026-03-02;;;",
                "0182;client:210001;offered;2026-03-02;;;",
                "0127;contact:150050;rank;;;first;");

        Observations read = read("0127", file);

        assertThat(brief(read))
                .containsExactly(
                        "Read supplements/rows/client:110001/offered/2026-03-02",
                        "Read supplements/rows/contact:150050/rank/");
        assertThat(read.coverage()).isEqualTo(WHOLE);
        assertThat(brief(read("0182", file))).hasSize(1);
    }

    @Test
    void rowsThatHaveTheirIdInCommonAreNumberedAndTheSameRowTwiceIsOne() throws Exception {
        Observations read = read(
                "0127",
                file(
                        "0127;client:1;asked;2026-03-02;;;Lugn person",
                        "0127;client:1;asked;2026-03-02;;;Ringde igen",
                        "0127;client:1;asked;2026-03-02;;;Lugn person"));

        assertThat(brief(read))
                .containsExactly(
                        "Read supplements/rows/client:1/asked/2026-03-02",
                        "Read supplements/rows/client:1/asked/2026-03-02/2");
    }

    @Test
    void aBadLineIsHeldByItsNumberWithTheLineAndTheRestGoesOn() throws Exception {
        Observations read = read(
                "0127",
                file(
                        "",
                        "0127;client:1;offered;2026-09-37;;;",
                        "0182;client:2;offered;i går;;;",
                        "0127;client:3;offered;2026-09-07;;;"));

        assertThat(brief(read))
                .containsExactly(
                        "Read supplements/rows/client:3/offered/2026-09-07", "Unreadable supplements/supplements/3");
        Unreadable held = (Unreadable) read.items().get(1);
        assertThat(held.original()).isEqualTo("0127;client:1;offered;2026-09-37;;;");
        assertThat(held.problems()).extracting(p -> p.reason()).containsExactly(Reason.BAD_SUPPLEMENT);
    }

    @Test
    void aKnownRowThatABadLineMayBeIsNotGone() throws Exception {
        String spoilt = file("0127;client:1;offered;2026-09-37;;;", "0127;client:3;offered;2026-09-07;;;");

        assertThat(read("0127", spoilt, "client:1/offered/2026-09-07", "client:3/offered/2026-09-07")
                        .coverage())
                .isEqualTo(MISTAKES_ONLY);
        assertThat(read("0127", spoilt, "client:3/offered/2026-09-07").coverage())
                .as("nothing that is missing can be the bad line")
                .isEqualTo(WHOLE);
        assertThat(read("0127", spoilt, "client:2/offered/2026-09-07").coverage())
                .isEqualTo(WHOLE);
    }

    @Test
    void aLineWhoseSubjectIsSpoiltMayBeAnybodys() throws Exception {
        String spoilt = file("0127;cleint:1;offered;2026-09-07;;;");

        assertThat(read("0127", spoilt, "client:1/offered/2026-09-07").coverage())
                .isEqualTo(MISTAKES_ONLY);
    }

    @Test
    void aStrayQuoteSpoilsOneRowAndAQuotedValueMayRunOverLines() throws Exception {
        Observations read = read(
                "0127",
                file(
                        "0127;client:1;asked;2026-03-02;;;\"Rad ett",
                        "rad \"\"två\"\"; slut\"",
                        "0127;client:2;asked;2026-03-02;;;\"hej\" sa hon",
                        "0127;client:3;asked;2026-03-02;;;5\" skärm",
                        "0127;client:4;asked;2026-03-02;;;"));

        assertThat(brief(read))
                .containsExactly(
                        "Read supplements/rows/client:1/asked/2026-03-02",
                        "Read supplements/rows/client:3/asked/2026-03-02",
                        "Read supplements/rows/client:4/asked/2026-03-02",
                        "Unreadable supplements/supplements/4");
        assertThat(read.items().get(0).toString()).doesNotContain("Rad ett");
    }

    @Test
    void aByteOrderMarkWindowsLineEndsAndShortRowsDoNoHarm() throws Exception {
        Observations read = read("0127", "\uFEFF" + HEADER + "\r\n0127;client:1;offered;2026-03-02\r\n;;;;;;\r\n");

        assertThat(brief(read)).containsExactly("Read supplements/rows/client:1/offered/2026-03-02");
    }

    @Test
    void aFileInAnotherEncodingIsHeldWholeAndNothingIsGone() throws Exception {
        byte[] excel = file("0127;client:1;asked;2026-03-02;;;Önskar Åsa").getBytes(Charset.forName("windows-1252"));

        Observations read = read("0127", excel, "client:1/asked/2026-03-02");

        assertThat(brief(read)).containsExactly("Unreadable supplements/supplements/0");
        assertThat(((Unreadable) read.items().get(0)).problems().get(0).expected())
                .contains("UTF-8");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void anotherHeaderIsHeldAndNothingIsGone() throws Exception {
        Observations read = read("0127", "kommun,vem\n0127,client:1\n");

        assertThat(brief(read)).containsExactly("Unreadable supplements/supplements/1");
        assertThat(read.coverage()).isEqualTo(new Coverage.Partial());
    }

    @Test
    void aColumnTooManyInTheHeaderIsUnusedAndInARowHeld() throws Exception {
        String text =
                HEADER + ";extra\n0127;client:1;offered;2026-03-02;;;;x\n0127;client:2;offered;2026-03-02;;;;;y\n";

        Observations read = read("0127", text);

        assertThat(brief(read))
                .containsExactly(
                        "Read supplements/rows/client:1/offered/2026-03-02", "Unreadable supplements/supplements/3");
        assertThat(read.items().get(0).toString()).contains("unused=[extra]");
    }

    @Test
    void aRowOfNoKnownMunicipalityIsToldOnce() throws Exception {
        String file = file("0180;client:1;offered;2026-03-02;;;", ";client:1;offered;2026-03-02;;;");

        assertThat(brief(read("0127", file)))
                .containsExactly("Unreadable supplements/supplements/2", "Unreadable supplements/supplements/3");
        assertThat(brief(read("0182", file))).isEmpty();
        assertThat(read("0182", file, "client:1/offered/2026-03-02").coverage())
                .as("it may have been anybody's")
                .isEqualTo(MISTAKES_ONLY);
    }

    @Test
    void aMissingOrEmptyFileMeansThatNothingWasRead() {
        assertThatThrownBy(() -> Lifecare.supplements("0127", BOTH, folder.resolve("none.csv"))
                        .read(Optional.empty(), resource -> List.of()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessage("supplements: the file cannot be read (NoSuchFileException)")
                .hasNoCause();
        assertThatThrownBy(() -> read("0127", "")).hasMessage("supplements: the file is being written");
    }
}
