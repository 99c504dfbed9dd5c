package se.omsorgsbron.nightpatrol.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.nightpatrol.mapper.NightTables.Row;
import se.omsorgsbron.nightpatrol.mapper.NightTables.Table;

class NightTablesTest {
    private final NightTables tables = new NightTables();

    private NightTablesTest() throws JsonProcessingException {
        rows("person/1", "{'number': '189002029800', 'name': 'Gerda Berg', 'protected': false}");
        rows(
                "staff/1",
                "{'name': 'Fatuma Warsame', 'title': 'Undersköterska', 'telephones': ['08-465 004 00', '070']}");
    }

    @Test
    void fullContactsAreARowForEachContactVacancyAndMember() throws JsonProcessingException {
        List<Row> rows = rows("contacts/1", """
                {'person': 'person/1', 'contacts': [{'person': 1, 'staff': 'staff/1', 'since': '2026-03-02'}],
                 'vacancies': [{'person': 2, 'why': 'not-appointed'}],
                 'team': [{'role': 'relative', 'name': 'Eva', 'relation': 'Dotter', 'telephones': ['1'], 'emails': ['x@example']}]}
                """);

        assertThat(rows)
                .extracting(row -> String.join("|", row.cells()))
                .containsExactly(
                        "189002029800|Gerda Berg|false|permanent-contact|1|Fatuma Warsame|Undersköterska|08-465 004 00, 070|2026-03-02|",
                        "189002029800|Gerda Berg|false|permanent-contact|2|||||not-appointed",
                        "189002029800|Gerda Berg|false|relative||Eva|Dotter|1||");
        assertThat(rows)
                .allMatch(row -> row.cells().size() == Table.CONTACTS.header().size());
    }

    @Test
    void aPlanIsARowForEachThingToDoAndOneWhereThereIsNone() throws JsonProcessingException {
        String plan =
                "{'person': 'person/1', 'type': 'implementation-plan', 'established': '2026-11-01', 'activities': %s,"
                        + " 'important': 'Yr', 'other': ['a', 'b'], 'notForPatient': true}";

        assertThat(rows(
                        "plan/1",
                        plan.formatted("[{'what': 'Tillsyn', 'how': 'Tyst', 'when': '02:00', 'byWhom': 'Två'},"
                                + " {'what': 'Dryck'}]")))
                .extracting(row -> String.join("|", row.cells()))
                .containsExactly(
                        "189002029800|Gerda Berg|implementation-plan|2026-11-01|Tillsyn|Tyst|02:00|Två|Yr|a, b|true",
                        "189002029800|Gerda Berg|implementation-plan|2026-11-01|Dryck||||Yr|a, b|true");
        assertThat(rows("plan/1", plan.formatted("[]")))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).hasSameSizeAs(Table.PLAN.header()));
    }

    @Test
    void aNoteIsARow() throws JsonProcessingException {
        assertThat(rows(
                        "note/1",
                        "{'person': 'person/1', 'kind': 'risk', 'occurred': '2026-11-24T19:30:00Z', 'author':"
                                + " {'name': 'Eva', 'title': 'ssk'}, 'text': 'Rad\\nTvå'}"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsExactly(
                                "189002029800",
                                "Gerda Berg",
                                "risk",
                                "2026-11-24T19:30:00Z",
                                "Eva",
                                "ssk",
                                "Rad\nTvå",
                                ""));
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+46 8,'''+46 8'", "-x,'''-x'", "@x,'''@x'", "'\t=x','''\t=x'", "a=b,a=b", "8+1,8+1"})
    void whatASpreadsheetWouldTakeForAFormulaHasAnApostropheBeforeIt(String text, String cell)
            throws JsonProcessingException {
        assertThat(rows(
                                "note/1",
                                new JsonMapper()
                                        .createObjectNode()
                                        .put("text", text)
                                        .toString())
                        .get(0)
                        .cells()
                        .get(6))
                .isEqualTo(cell);
    }

    private List<Row> rows(String key, String content) throws JsonProcessingException {
        return tables.rows(key, new JsonMapper().readTree(content.replace('\'', '"')));
    }
}
