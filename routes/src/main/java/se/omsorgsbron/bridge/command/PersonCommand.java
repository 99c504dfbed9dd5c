package se.omsorgsbron.bridge.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.DataObject;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.ledger.PersonData;
import se.omsorgsbron.bridge.ledger.PersonData.Erasure;
import se.omsorgsbron.bridge.ledger.PersonData.Sent;

/** What the bridge has of a person: to give out, or to erase. Both are audited. */
@Command(
        name = "person",
        description = "What the bridge has of a person: to give out, or to erase.",
        mixinStandardHelpOptions = true)
final class PersonCommand extends LedgerCommand {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: export or erase.");
    }

    @Command(
            name = "export",
            description = "Prints everything that the bridge has of a person, with who was given it, as JSON.",
            mixinStandardHelpOptions = true)
    int export(@Mixin ConfigOption file, @Mixin PersonOption person) {
        return withPeople(file, "person.read", person, (ledger, configuration, people) -> {
            ArrayNode all = JSON.createArrayNode();
            for (Found one : people) {
                all.add(export(one, ledger.personData(), ledger.auditReader()));
                ledger.audit().append(record(Action.ACCESS, one, Operator.user(), "export"));
            }
            out().println(all.toPrettyString());
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "erase",
            description = "Erases everything that the bridge has of a person, but the audit. It cannot be undone.",
            mixinStandardHelpOptions = true)
    int erase(
            @Mixin ConfigOption file,
            @Mixin PersonOption person,
            @Option(names = "--reason", required = true, description = "Why, without personal data.") String reason) {
        return withPeople(file, "person.write", person, (ledger, configuration, people) -> {
            PersonData data = ledger.personData();
            List<String> obstacles = new ArrayList<>();
            people.forEach(one -> obstacles.addAll(data.obstacles(one.municipality(), one.id())));
            if (!obstacles.isEmpty()) {
                obstacles.forEach(err()::println);
                return BridgeCommand.WRONG;
            }
            AuditTrail audit = ledger.audit();
            for (Found one : people) {
                Erasure erasure = data.erase(
                        one.municipality(), one.id(), sent -> audit.append(erased(one, sent, Operator.user(), reason)));
                if (erasure instanceof Erasure.Refused refused) {
                    refused.obstacles().forEach(err()::println);
                    return BridgeCommand.WRONG;
                }
                told(one, (Erasure.Done) erasure);
            }
            return BridgeCommand.GOOD;
        });
    }

    private void told(Found one, Erasure.Done done) {
        out().println(one.municipality() + ": " + done.rows() + " rows of person " + one.id()
                + " are erased; the audit has the proof.");
        done.sent()
                .forEach(sent -> out().println("  " + sent.recipient() + " had been sent " + sent.itemKey()
                        + (sent.ended() ? ", which is withdrawn there" : ", which is its own to remove")));
    }

    private static AuditRecord erased(Found person, List<Sent> sent, String actor, String why) {
        return AuditRecord.byOperator(
                Action.ERASURE,
                person.municipality(),
                Optional.of(person.id()),
                actor,
                sent.stream()
                        .map(item ->
                                new DataObject(item.itemKey(), item.ended(), List.of("sent to " + item.recipient())))
                        .toList(),
                why);
    }

    private static ObjectNode export(Found person, PersonData data, AuditReader audit) {
        ObjectNode node = JSON.createObjectNode();
        node.put("municipality", person.municipality());
        node.put("person", person.id().toString());
        for (PersonData.Part part : data.export(person.municipality(), person.id())) {
            ArrayNode rows = node.putArray(part.table());
            for (String row : part.rows()) {
                rows.add(JsonText.read(row));
            }
        }
        ArrayNode events = node.putArray("audit");
        for (String event : audit.about(person.municipality(), person.id())) {
            events.add(JsonText.read(event));
        }
        return node;
    }

    private static AuditRecord record(Action action, Found person, String actor, String why) {
        return AuditRecord.byOperator(action, person.municipality(), Optional.of(person.id()), actor, List.of(), why);
    }
}
