package se.omsorgsbron.bridge.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.omsorgsbron.bridge.audit.AuditReader;

/** The audit as a person or a program reads it. */
final class AuditPrinter {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditPrinter() {}

    static String verification(AuditReader.Verification verification, boolean json) {
        if (json) {
            ObjectNode node = JSON.createObjectNode();
            node.put("records", verification.records());
            node.put("cut", verification.cut());
            node.put("anchored", verification.anchored());
            verification.findings().forEach(node.putArray("findings")::add);
            return node.toPrettyString() + System.lineSeparator();
        }
        String counted = verification.records() + " records"
                + (verification.cut() == 0 ? "" : " after " + verification.cut() + " that were cut")
                + ", compared with " + verification.anchored()
                + " heads anchored outside the database: ";
        return verification.findings().isEmpty()
                ? counted + "the audit is whole." + System.lineSeparator()
                : counted
                        + System.lineSeparator()
                        + verification.findings().stream()
                                .map(finding -> "  " + finding + System.lineSeparator())
                                .collect(Collectors.joining());
    }

    static String lines(List<String> events) {
        return events.stream().map(event -> event + System.lineSeparator()).collect(Collectors.joining());
    }

    /** One line per event, and one for each thing that it was about. */
    static String table(List<String> events) {
        if (events.isEmpty()) {
            return "Nobody has been given anything of this person." + System.lineSeparator();
        }
        return events.stream().map(AuditPrinter::entry).collect(Collectors.joining());
    }

    private static String entry(String event) {
        JsonNode node = JsonText.read(event);
        StringBuilder text = new StringBuilder(node.path("recorded").asText() + "  "
                + what(node) + (node.path("outcome").asText().equals("0") ? "" : ", not taken")
                + System.lineSeparator());
        for (JsonNode entity : node.path("entity")) {
            String reference = entity.at("/what/reference").asText();
            if (entity.at("/type/code").asText().equals("2")) {
                List<String> grounds = new ArrayList<>();
                entity.path("detail")
                        .forEach(
                                detail -> grounds.add(detail.path("valueString").asText()));
                boolean ended = entity.at("/lifecycle/code").asText().equals("14");
                text.append("    ")
                        .append(reference)
                        .append(ended ? "  withdrawn or ended" : "")
                        .append(grounds.isEmpty() ? "" : "  " + String.join("; ", grounds))
                        .append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private static String what(JsonNode event) {
        String recipient = "";
        String operator = "";
        for (JsonNode agent : event.path("agent")) {
            String role = agent.at("/type/coding/0/code").asText();
            if (role.equals("110152")) {
                recipient = agent.at("/who/display").asText();
            } else if (role.equals("IRCP")) {
                operator = agent.at("/who/display").asText();
            }
        }
        if (!recipient.isEmpty()) {
            return "sent to " + recipient;
        }
        boolean activity = event.at("/type/code").asText().equals("110100");
        return (activity ? event.at("/subtype/0/code").asText() : "looked at") + " by " + operator;
    }
}
