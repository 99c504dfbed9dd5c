package se.omsorgsbron.bridge.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTableFileTest {
    private static final String HEADER = "recipient;concept;part;ground;decision;days\n";

    private static List<String> mistakes(String rows) {
        return DisclosureTableFile.parse("test", (HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .mistakes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"botkyrka", "nacka", "Botkyrka"})
    void theShippedTablesAreGood(String name) {
        DisclosureTableFile.Read read = DisclosureTableFile.read(name);

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.table().recipients())
                .containsExactly("care-management", "case-system", "night-patrol", "primary-care");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Primary Care;plans;all;consent;; | line 2, recipient",
                "primary-care;planes;all;consent;; | line 2, concept: write one of contacts, team",
                "primary-care;plans;dates;consent;; | line 2, part: write one of activities",
                "primary-care;plans;all;because;; | line 2, ground: write one of same-municipality",
                "primary-care;plans;all;consent;Nämnden; | line 2, decision: write nothing: only a harm test",
                "primary-care;notes;risk;harm-test;Nämnden; | line 2, decision: write nothing: a journal text",
                "primary-care;plans;all;consent;;0 | line 2, days",
                "primary-care;plans;all;consent;;soon | line 2, days",
                "primary-care;plans;all | line 2 has 3 values: write 6",
                "primary-care;team;all;consent;; | line 2, concept: write contacts too",
                "primary-care;contacts;work-telephone;consent;; | line 2, ground: write the ground"
            })
    void aMistakeIsNamedWithLineAndColumnAndWhatToWrite(String row, String sentence) {
        assertThat(mistakes(row)).singleElement().asString().startsWith(sentence);
    }

    @Test
    void aTableWithAMistakeAllowsNothing() {
        String rows = "primary-care;plans;all;consent;;\nprimary-care;plans;all;because;;";

        assertThat(DisclosureTableFile.parse("test", (HEADER + rows).getBytes(StandardCharsets.UTF_8))
                        .table()
                        .rows())
                .isEmpty();
    }

    @Test
    void moreRowsThanCanBeKeptInViewAreRefused() {
        assertThat(mistakes("primary-care;plans;all;consent;;\n".repeat(100))).isEmpty();
        assertThat(mistakes("primary-care;plans;all;consent;;\n".repeat(101)))
                .singleElement()
                .asString()
                .contains("101 rows");
    }

    @Test
    void commentsBlankLinesAndAByteOrderMarkDoNoHarm() {
        String text = "\uFEFF# comment\n\n" + HEADER + "# comment\n\nprimary-care;plans;all;consent;;\n";

        DisclosureTableFile.Read read = DisclosureTableFile.parse("test", text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.table().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(6));
    }

    @Test
    void whatIsNoTableSaysSo() {
        assertThat(DisclosureTableFile.read("/nowhere/table.csv").mistakes())
                .singleElement()
                .asString()
                .contains("names no table", "botkyrka");
        assertThat(DisclosureTableFile.parse("test", "".getBytes(StandardCharsets.UTF_8))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("is empty");
        assertThat(DisclosureTableFile.parse("test", "åäö".getBytes(Charset.forName("windows-1252")))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("is not UTF-8");
        assertThat(DisclosureTableFile.parse("test", "a;b\n".getBytes(StandardCharsets.UTF_8))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("has another header");
    }
}
