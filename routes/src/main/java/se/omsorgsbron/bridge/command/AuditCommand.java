package se.omsorgsbron.bridge.command;

import java.io.IOException;
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
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/** Who was given what, on which ground; and whether the audit is whole. */
@Command(
        name = "audit",
        description = "Who was given what, on which ground; and whether the audit is whole.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** What a command does with the audit. */
    @FunctionalInterface
    private interface Reading {
        int with(LedgerAccess ledger, AuditReader reader, BridgeConfiguration configuration) throws IOException;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: verify, who-looked or export.");
    }

    @Command(
            name = "verify",
            description =
                    "Follows the chain of the audit and compares it with the heads anchored outside the database.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin ConfigOption config, @Option(names = "--json", description = "As a JSON object.") boolean json) {
        return read(config, (ledger, reader, configuration) -> {
            AuditReader.Verification verification = reader.verify();
            out().print(AuditPrinter.verification(verification, json));
            return verification.findings().isEmpty() ? BridgeCommand.GOOD : BridgeCommand.WRONG;
        });
    }

    @Command(
            name = "who-looked",
            description =
                    "Lists who was given a person's data, what, when and on which ground. The look is audited itself.",
            mixinStandardHelpOptions = true)
    int whoLooked(
            @Mixin ConfigOption config,
            @Mixin PersonOption person,
            @Option(names = "--json", description = "As FHIR AuditEvents, one a line.") boolean json) {
        return read(config, (ledger, reader, configuration) -> {
            List<Found> found = person.find(
                    ledger.subjects(), configuration.municipalities().keySet());
            if (found.isEmpty()) {
                err().println("Nobody is known under that name; client: and the id in Lifecare finds a person.");
                return BridgeCommand.WRONG;
            }
            List<String> events = new ArrayList<>();
            for (Found one : found) {
                events.addAll(reader.about(one.municipality(), one.id()));
                ledger.audit(new Anchors(configuration.audit().anchors())).append(looked(one));
            }
            out().print(json ? AuditPrinter.lines(events) : AuditPrinter.table(events));
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "export",
            description = "Prints every event as a FHIR AuditEvent, one a line, oldest first.",
            mixinStandardHelpOptions = true)
    int export(@Mixin ConfigOption config) {
        return read(config, (ledger, reader, configuration) -> {
            reader.each(out()::println);
            return BridgeCommand.GOOD;
        });
    }

    private static AuditRecord looked(Found person) {
        return new AuditRecord(
                Action.ACCESS,
                person.municipality(),
                Optional.of(person.id()),
                System.getProperty("user.name", "unknown"),
                Optional.empty(),
                List.of(),
                Outcome.SUCCESS,
                "who-looked");
    }

    private int read(ConfigOption config, Reading reading) {
        Optional<BridgeConfiguration> configuration = config.load(err());
        if (configuration.isEmpty()) {
            return BridgeCommand.UNUSABLE;
        }
        try (LedgerAccess ledger = LedgerAccess.open(configuration.get().ledger())) {
            Anchors anchors = new Anchors(configuration.get().audit().anchors());
            return reading.with(ledger, ledger.auditReader(anchors), configuration.get());
        } catch (DataAccessException e) {
            err().println(
                            "The ledger does not answer or is not set up yet: is the database running, and has the bridge run once?");
            return BridgeCommand.UNUSABLE;
        } catch (IOException e) {
            err().println("The file of anchored heads cannot be read: see omsorgsbron.audit.anchors.");
            return BridgeCommand.UNUSABLE;
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
