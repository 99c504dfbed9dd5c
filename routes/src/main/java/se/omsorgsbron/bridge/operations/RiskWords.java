package se.omsorgsbron.bridge.operations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.omsorgsbron.bridge.ledger.RiskTable.Member;
import se.omsorgsbron.bridge.ledger.RiskTable.Row;

/** Risks, and where each stands with everybody who is to know it, as a person or a program reads them. */
public final class RiskWords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROW = "%-7s %-5s %-36s %-20s %-20s %-9s %-20s %-20s %s%n";

    private RiskWords() {}

    /** A line for each recipient of each risk. */
    public static String table(List<Row> rows) {
        if (rows.stream().noneMatch(row -> row.member().isPresent())) {
            return String.format("No risk of the last thirty days is anybody's to know.%n");
        }
        StringBuilder table = new StringBuilder(String.format(
                ROW, "RISK", "MUN.", "PERSON", "NOTED", "RECIPIENT", "RUNG", "RECEIVED", "SEEN", "COORDINATOR TOLD"));
        for (Row row : rows) {
            row.member()
                    .ifPresent(member -> table.append(String.format(
                            ROW,
                            row.risk(),
                            row.municipality(),
                            row.subject(),
                            second(row.noted()),
                            member.recipient(),
                            rung(member),
                            second(member.received()),
                            second(member.seen()),
                            second(member.told()))));
        }
        return table.toString();
    }

    /** Each risk with its recipients; one without is nobody's to know. */
    public static String json(List<Row> rows) {
        ArrayNode array = JSON.createArrayNode();
        ObjectNode risk = null;
        long number = -1;
        for (Row row : rows) {
            if (risk == null || row.risk() != number) {
                risk = array.addObject();
                number = row.risk();
                risk.put("risk", number);
                risk.put("municipality", row.municipality());
                risk.put("person", row.subject().toString());
                risk.put("from", row.system());
                risk.put("noted", row.noted().toString());
                risk.put("withdrawn", row.over());
                risk.putArray("recipients");
            }
            ArrayNode recipients = risk.withArray("recipients");
            row.member().ifPresent(member -> member(recipients.addObject(), member));
        }
        return array.toPrettyString() + System.lineSeparator();
    }

    private static void member(ObjectNode node, Member member) {
        node.put("recipient", member.recipient());
        node.put("rung", rung(member));
        node.put("since", member.since().toString());
        member.received().ifPresent(at -> node.put("received", at.toString()));
        member.seen().ifPresent(at -> node.put("seen", at.toString()));
        member.told().ifPresent(at -> node.put("coordinatorTold", at.toString()));
    }

    private static String rung(Member member) {
        return member.rung().name().toLowerCase(Locale.ROOT);
    }

    private static String second(Optional<Instant> at) {
        return at.map(RiskWords::second).orElse("-");
    }

    private static String second(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}
