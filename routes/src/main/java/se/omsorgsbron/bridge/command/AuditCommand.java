package se.omsorgsbron.bridge.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import se.omsorgsbron.bridge.app.LedgerAccess;
import se.omsorgsbron.bridge.audit.AuditCut;
import se.omsorgsbron.bridge.audit.AuditReader;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditRefusals;
import se.omsorgsbron.bridge.audit.AuditRefusals.Refusal;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/** Who was given what, on which ground; and whether the audit is whole. */
@Command(
        name = "audit",
        description = "Who was given what, on which ground; and whether the audit is whole.",
        mixinStandardHelpOptions = true)
final class AuditCommand extends LedgerCommand {
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: verify, who-looked, export, refused, retry or cut.");
    }

    @Command(
            name = "verify",
            description =
                    "Follows the chain of the audit and compares it with the heads anchored outside the database.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin ConfigOption config, @Option(names = "--json", description = "As a JSON object.") boolean json) {
        return with(config, "audit.read", (ledger, configuration) -> {
            AuditReader.Verification verification = ledger.auditReader().verify();
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
        return withPeople(config, "audit.read", person, (ledger, configuration, people) -> {
            List<String> events = new ArrayList<>();
            for (Found one : people) {
                events.addAll(ledger.auditReader().about(one.municipality(), one.id()));
                ledger.audit().append(looked(one));
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
        return with(config, "audit.read", (ledger, configuration) -> {
            ledger.auditReader().each(out()::println);
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "refused",
            description = "Lists the records that the external store of the audit refuses, and why.",
            mixinStandardHelpOptions = true)
    int refused(@Mixin ConfigOption config) {
        return with(config, "audit.read", (ledger, configuration) -> {
            List<Refusal> all = refusals(ledger, configuration.audit())
                    .map(AuditRefusals::all)
                    .orElse(List.of());
            all.forEach(one -> out().println(one.seq() + "  " + one.since() + "  " + one.reason()));
            out().println(
                            all.isEmpty()
                                    ? "The store of the audit refuses nothing."
                                    : "Mend the store; then 'audit retry' sends them at once. They stay in the ledger until it has them.");
            return all.isEmpty() ? BridgeCommand.GOOD : BridgeCommand.WRONG;
        });
    }

    @Command(
            name = "retry",
            description = "Has the records that the external store of the audit refused sent again. It is audited.",
            mixinStandardHelpOptions = true)
    int retry(
            @Mixin ConfigOption config,
            @Option(names = "--reason", required = true, description = "Why, without personal data.") String reason) {
        return with(config, "held.write", (ledger, configuration) -> {
            Integer records = ledger.transactions().execute(status -> {
                configuration
                        .municipalities()
                        .keySet()
                        .forEach(code -> ledger.audit().append(retried(code, reason)));
                return refusals(ledger, configuration.audit())
                        .map(AuditRefusals::retry)
                        .orElse(0);
            });
            out().println(records + " records are sent again by the running bridge.");
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "cut",
            description =
                    "Writes the records that have been kept long enough to a file and removes them. The cut is audited, and"
                            + " 'verify' begins after it.",
            mixinStandardHelpOptions = true)
    int cut(
            @Mixin ConfigOption config,
            @Option(names = "--reason", required = true, description = "Why, without personal data.") String reason,
            @Option(
                            names = "--to",
                            paramLabel = "FILE",
                            required = true,
                            description =
                                    "Where the records are written, one a line, as JSON; it must not be there yet.")
                    Path file) {
        return with(config, "audit.cut", (ledger, configuration) -> {
            if (Files.exists(file) || !Files.isWritable(file.toAbsolutePath().getParent())) {
                err().println(file + " is there already, or cannot be written: name another file.");
                return BridgeCommand.UNUSABLE;
            }
            AuditCut.Order order = new AuditCut.Order(
                    configuration.audit().keep(),
                    delivered(ledger, configuration.audit()),
                    Operator.user(),
                    reason,
                    configuration.municipalities().keySet());
            return told(ledger.auditCut().cut(order, file), file);
        });
    }

    /** What an external store does not have yet is not cut. */
    private static long delivered(LedgerAccess ledger, BridgeConfiguration.Audit audit) {
        return refusals(ledger, audit).map(AuditRefusals::completeTo).orElse(Long.MAX_VALUE);
    }

    private static Optional<AuditRefusals> refusals(LedgerAccess ledger, BridgeConfiguration.Audit audit) {
        return Optional.ofNullable(audit.store())
                .map(store -> ledger.auditRefusals(store.url().toString()));
    }

    private static AuditRecord retried(String municipality, String why) {
        return AuditRecord.byOperator(Action.RETRY, municipality, Optional.empty(), Operator.user(), List.of(), why);
    }

    private int told(AuditCut.Outcome outcome, Path file) {
        if (outcome instanceof AuditCut.Outcome.NotWhole broken) {
            err().println("Nothing was cut, because the audit is not whole and a cut could remove what shows it:");
            broken.findings().forEach(err()::println);
            return BridgeCommand.WRONG;
        }
        out().println(
                        outcome instanceof AuditCut.Outcome.Done done
                                ? done.records() + " records, up to number " + done.upTo() + ", are in " + file
                                        + " and no longer in the ledger."
                                : "Nothing has been kept long enough to be cut, or the store of the audit does not have it yet.");
        return BridgeCommand.GOOD;
    }

    private static AuditRecord looked(Found person) {
        return AuditRecord.byOperator(
                Action.ACCESS,
                person.municipality(),
                Optional.of(person.id()),
                Operator.user(),
                List.of(),
                "who-looked");
    }
}
