package se.omsorgsbron.bridge.operations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.DisclosedConcept;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.disclosure.DisclosureTable.Row;
import se.omsorgsbron.bridge.disclosure.Permission;
import se.omsorgsbron.bridge.disclosure.Permissions;

/** Tables and their answers as a person or a program reads them. No name, number or text of the person is in it. */
public final class DisclosureWords {
    private static final JsonMapper JSON = new JsonMapper();

    /** Every part of every concept. */
    public static final Map<DisclosedConcept, List<String>> EVERYTHING =
            Stream.of(DisclosedConcept.values()).collect(Collectors.toMap(concept -> concept, DisclosedConcept::parts));

    private final boolean json;
    private final StringBuilder prose = new StringBuilder();
    private final ArrayNode array = JSON.createArrayNode();

    public DisclosureWords(boolean json) {
        this.json = json;
    }

    public String text() {
        return json ? array.toPrettyString() + System.lineSeparator() : prose.toString();
    }

    public void table(String code, Municipality municipality, DisclosureTable table) {
        line(municipality.name() + " (" + code + "), table " + table.name() + ", "
                + table.rows().size() + " rows");
        for (String recipient : table.recipients()) {
            boolean connected = municipality.connected().contains(recipient);
            line("  " + recipient + (connected ? "" : " (not connected)") + " may have:");
            table.rows().stream()
                    .filter(row -> row.recipient().equals(recipient))
                    .forEach(row -> row(code, row));
        }
        line("  What is not named here does not leave, and a block (spärr) stops everything that it covers.");
        line("");
    }

    private void row(String code, Row row) {
        line("    " + row.concept().code() + ": " + row.part() + " – " + rests(row));
        ObjectNode node = array.addObject();
        node.put("municipality", code);
        node.put("recipient", row.recipient());
        node.put("concept", row.concept().code());
        node.put("part", row.part());
        node.put("ground", row.ground().code());
        row.decision().ifPresent(decision -> node.put("decision", decision));
        row.days().ifPresent(days -> node.put("days", days));
        node.put("line", row.line());
    }

    /** What it says to a person. */
    public String prose() {
        return prose.toString();
    }

    /** What it says to a program. */
    public ArrayNode nodes() {
        return array;
    }

    /** What leaves of a person, what does not, and why; concept by concept, parts with the same answer together. */
    public void person(Permissions permissions, PersonRecord record, String recipient, LocalDate day) {
        person(permissions, record, recipient, day, EVERYTHING);
    }

    /**
     * The same for some of the parts.
     *
     * @param about the parts in question, by concept
     */
    public void person(
            Permissions permissions,
            PersonRecord record,
            String recipient,
            LocalDate day,
            Map<DisclosedConcept, ? extends Collection<String>> about) {
        line(recipient + " in " + record.municipality() + ", " + day + ", person " + record.id());
        if (record.person().protection() != ProtectedIdentity.NONE) {
            line("  The person's identity is protected, or may be: neither name nor unit leaves with what does.");
        }
        if (!record.served()) {
            line("  The person is no longer served: nothing new leaves, and the team is told as over.");
        }
        for (DisclosedConcept concept : DisclosedConcept.values()) {
            Map<String, List<String>> parts = new LinkedHashMap<>();
            for (String part : about.containsKey(concept) ? about.get(concept) : List.<String>of()) {
                Permission permission = permissions.of(concept, part);
                parts.computeIfAbsent(answer(permission), answer -> new ArrayList<>())
                        .add(part);
                node(record, recipient, day, concept, part, permission);
            }
            parts.forEach((answer, names) -> line("  " + concept.code() + " ("
                    + (names.size() == concept.parts().size() ? "all" : String.join(", ", names)) + ") " + answer));
        }
        line("");
    }

    private void node(
            PersonRecord record,
            String recipient,
            LocalDate day,
            DisclosedConcept concept,
            String part,
            Permission permission) {
        ObjectNode node = array.addObject();
        node.put("municipality", record.municipality());
        node.put("person", record.id().toString());
        node.put("recipient", recipient);
        node.put("day", day.toString());
        node.put("concept", concept.code());
        node.put("part", part);
        node.put("leaves", permission instanceof Permission.Granted);
        node.put("why", answer(permission));
    }

    private static String answer(Permission permission) {
        if (permission instanceof Permission.Granted granted) {
            return "leaves: " + rests(granted.row())
                    + granted.recorded()
                            .map(recorded ->
                                    "; recorded in " + recorded.source().path())
                            .orElse("");
        }
        List<Permission.Refusal> refusals = ((Permission.Denied) permission).refusals();
        return refusals.isEmpty()
                ? "does not leave: no row of the table allows it."
                : refusals.stream()
                        .map(refusal -> refusal.row().ground().code() + " (line "
                                + refusal.row().line() + "): " + refusal.lack().words())
                        .distinct()
                        .collect(Collectors.joining("; ", "does not leave: ", "."));
    }

    private static String rests(Row row) {
        String ground = switch (row.ground()) {
            case SAME_MUNICIPALITY -> "as the recipient is the municipality's own (OSL 26 kap. 9 c §)";
            case CONSENT -> "with the person's consent";
            case SVOD ->
                "in sammanhållen vård- och omsorgsdokumentation (lag 2022:913): informed, with consent, while"
                        + " there is home care";
            case HARM_TEST ->
                row.decision()
                        .map(decision -> "after a harm test for everybody: " + decision)
                        .orElse("after a harm test for this person");
            case PRIVATE_PROVIDER -> "as the recipient is a private provider (SoL 17 kap. 11 §)";
        };
        String days = row.days().isPresent() ? ", for " + row.days().getAsInt() + " days at a time" : "";
        return ground + days + " (line " + row.line() + ")";
    }

    private void line(String text) {
        prose.append(text).append(System.lineSeparator());
    }
}
