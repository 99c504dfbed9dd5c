package se.omsorgsbron.nightpatrol.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a night patrol may know as rows of tables, for one that reads files. Given the entries of {@code GET /changes} as they stand,
 * persons and staff before what refers to them; each other entry becomes the rows of its table.
 */
public final class NightTables {
    private static final JsonNode NOTHING = new JsonMapper().createObjectNode();

    /** How two values stand in one cell. */
    private static final String AND = ", ";

    private final Map<String, JsonNode> known = new HashMap<>();

    /** The tables, each a file. */
    public enum Table {
        CONTACTS("person;name;protected;role;rank;contact;title;telephone;since;vacancy"),
        PLAN("person;name;type;established;what;how;when;byWhom;important;other;notForPatient"),
        NOTES("person;name;kind;occurred;author;authorTitle;text;notForPatient");

        private final String columns;

        Table(String columns) {
            this.columns = columns;
        }

        public List<String> header() {
            return List.of(columns.split(";"));
        }

        /** Such as {@code contacts.csv}. */
        public String file() {
            return name().toLowerCase(java.util.Locale.ROOT) + ".csv";
        }
    }

    /**
     * One row.
     *
     * @param cells as many as the table's header has
     */
    public record Row(Table table, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The rows that an entry becomes; none for persons and staff, which stand in the rows of what refers to them. */
    public List<Row> rows(String key, JsonNode content) {
        return switch (key.substring(0, key.indexOf('/'))) {
            case "contacts" -> contacts(content);
            case "plan" -> plan(content);
            case "note" -> List.of(note(content));
            default -> {
                known.put(key, content);
                yield List.of();
            }
        };
    }

    private List<Row> contacts(JsonNode content) {
        JsonNode person = known(content, "person");
        List<Row> rows = new ArrayList<>();
        content.path("contacts").forEach(contact -> rows.add(contact(person, contact)));
        content.path("vacancies")
                .forEach(vacancy -> rows.add(row(
                        Table.CONTACTS,
                        text(person, "number"),
                        text(person, "name"),
                        text(person, "protected"),
                        "permanent-contact",
                        text(vacancy, "person"),
                        "",
                        "",
                        "",
                        "",
                        text(vacancy, "why"))));
        content.path("team")
                .forEach(member -> rows.add(row(
                        Table.CONTACTS,
                        text(person, "number"),
                        text(person, "name"),
                        text(person, "protected"),
                        text(member, "role"),
                        "",
                        text(member, "name"),
                        text(member, "relation"),
                        list(member, "telephones"),
                        "",
                        "")));
        return rows;
    }

    private Row contact(JsonNode person, JsonNode contact) {
        JsonNode staff = known(contact, "staff");
        return row(
                Table.CONTACTS,
                text(person, "number"),
                text(person, "name"),
                text(person, "protected"),
                "permanent-contact",
                text(contact, "person"),
                text(staff, "name"),
                text(staff, "title"),
                list(staff, "telephones"),
                text(contact, "since"),
                "");
    }

    private List<Row> plan(JsonNode content) {
        List<Row> rows = new ArrayList<>();
        content.path("activities").forEach(activity -> rows.add(plan(content, activity)));
        return rows.isEmpty() ? List.of(plan(content, NOTHING)) : rows;
    }

    private Row plan(JsonNode content, JsonNode activity) {
        JsonNode person = known(content, "person");
        return row(
                Table.PLAN,
                text(person, "number"),
                text(person, "name"),
                text(content, "type"),
                text(content, "established"),
                text(activity, "what"),
                text(activity, "how"),
                text(activity, "when"),
                text(activity, "byWhom"),
                text(content, "important"),
                list(content, "other"),
                text(content, "notForPatient"));
    }

    private Row note(JsonNode content) {
        JsonNode person = known(content, "person");
        return row(
                Table.NOTES,
                text(person, "number"),
                text(person, "name"),
                text(content, "kind"),
                text(content, "occurred"),
                text(content.path("author"), "name"),
                text(content.path("author"), "title"),
                text(content, "text"),
                text(content, "notForPatient"));
    }

    private static Row row(Table table, String... cells) {
        return new Row(table, Arrays.stream(cells).map(NightTables::harmless).toList());
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private JsonNode known(JsonNode content, String field) {
        return known.getOrDefault(content.path(field).asText(), NOTHING);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static String list(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(AND));
    }
}
