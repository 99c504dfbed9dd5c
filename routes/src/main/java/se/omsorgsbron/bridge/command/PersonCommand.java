package se.omsorgsbron.bridge.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.omsorgsbron.bridge.app.LedgerAccess;
import se.omsorgsbron.bridge.audit.Anchors;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRecord.Outcome;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.ledger.PersonData;

/** What the bridge has of a person: to give out, or to erase. Both are audited. */
@Command(
        name = "person",
        description = "What the bridge has of a person: to give out, or to erase.",
        mixinStandardHelpOptions = true)
final class PersonCommand implements Runnable {
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    /** What a command does with the people that were found. */
    @FunctionalInterface
    private interface Deed {
        int with(LedgerAccess ledger, Anchors anchors, List<Found> people) throws JsonProcessingException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: export or erase.");
    }

    @Command(
            name = "export",
            description = "Prints everything that the bridge has of a person, with who was given it, as JSON.",
            mixinStandardHelpOptions = true)
    int export(@Mixin ConfigOption file, @Mixin PersonOption person, @Mixin ActorOption actor) {
        return with(file, person, (ledger, anchors, people) -> {
            ArrayNode all = JSON.createArrayNode();
            for (Found one : people) {
                all.add(export(one, ledger.personData(), ledger.auditReader(anchors)));
                ledger.audit(anchors).append(record(Action.ACCESS, one, actor.by(), "export"));
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
            @Mixin ActorOption actor,
            @Option(names = "--reason", required = true, description = "Why, without personal data.") String reason) {
        return with(file, person, (ledger, anchors, people) -> {
            PersonData data = ledger.personData();
            List<String> obstacles = new ArrayList<>();
            people.forEach(one -> obstacles.addAll(data.obstacles(one.municipality(), one.id())));
            if (!obstacles.isEmpty()) {
                obstacles.forEach(err()::println);
                return BridgeCommand.WRONG;
            }
            AuditTrail audit = ledger.audit(anchors);
            for (Found one : people) {
                int rows = data.erase(
                        one.municipality(),
                        one.id(),
                        () -> audit.append(record(Action.ERASURE, one, actor.by(), reason)));
                out().println(one.municipality() + ": " + rows + " rows of person " + one.id()
                        + " are erased; the audit has the proof.");
            }
            return BridgeCommand.GOOD;
        });
    }

    private static ObjectNode export(Found person, PersonData data, AuditReader audit) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("municipality", person.municipality());
        node.put("person", person.id().toString());
        for (PersonData.Part part : data.export(person.municipality(), person.id())) {
            ArrayNode rows = node.putArray(part.table());
            for (String row : part.rows()) {
                rows.add(JSON.readTree(row));
            }
        }
        ArrayNode events = node.putArray("audit");
        for (String event : audit.about(person.municipality(), person.id())) {
            events.add(JSON.readTree(event));
        }
        return node;
    }

    private static AuditRecord record(Action action, Found person, String actor, String why) {
        return new AuditRecord(
                action,
                person.municipality(),
                Optional.of(person.id()),
                actor,
                Optional.empty(),
                List.of(),
                Outcome.SUCCESS,
                why);
    }

    private int with(ConfigOption file, PersonOption person, Deed deed) {
        Optional<BridgeConfiguration> configuration = file.load(err());
        if (configuration.isEmpty()) {
            return BridgeCommand.UNUSABLE;
        }
        try (LedgerAccess ledger = LedgerAccess.open(configuration.get().ledger())) {
            List<Found> people = person.find(
                    ledger.subjects(), configuration.get().municipalities().keySet());
            if (people.isEmpty()) {
                err().println("Nobody is known under that name; client: and the id in Lifecare finds a person.");
                return BridgeCommand.WRONG;
            }
            return deed.with(ledger, new Anchors(configuration.get().audit().anchors()), people);
        } catch (DataAccessException e) {
            err().println(
                            "The ledger does not answer or is not set up yet: is the database running, and has the bridge run once?");
            return BridgeCommand.UNUSABLE;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON");
        } finally {
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
