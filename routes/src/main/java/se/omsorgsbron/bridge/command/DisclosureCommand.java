package se.omsorgsbron.bridge.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.compose.Composer;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.config.BridgeConfiguration.RecipientSystem;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.disclosure.DisclosureTableFile;
import se.omsorgsbron.bridge.disclosure.Recorded;
import se.omsorgsbron.bridge.ledger.SubjectFacts;

/** What may leave, to whom, and on which ground. */
@Command(
        name = "disclosure",
        description = "What may leave, to whom, and on which ground.",
        mixinStandardHelpOptions = true)
final class DisclosureCommand extends LedgerCommand {
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: show or explain.");
    }

    @Command(
            name = "show",
            description = "Shows in words what each municipality's table lets each recipient have.",
            mixinStandardHelpOptions = true)
    int show(@Mixin ConfigOption config, @Option(names = "--json", description = "As a JSON array.") boolean json) {
        Optional<BridgeConfiguration> configuration = config.load(err());
        if (configuration.isEmpty()) {
            return BridgeCommand.UNUSABLE;
        }
        DisclosurePrinter printer = new DisclosurePrinter(json);
        configuration.get().municipalities().forEach((code, municipality) -> {
            DisclosureTable table = table(municipality);
            printer.table(code, municipality, table);
        });
        return print(printer);
    }

    @Command(
            name = "explain",
            description = "Says what of a person leaves to a recipient, what does not, and why.",
            mixinStandardHelpOptions = true)
    int explain(
            @Mixin ConfigOption config,
            @Mixin PersonOption person,
            @Option(
                            names = "--recipient",
                            paramLabel = "NAME",
                            required = true,
                            description = "A recipient's name in the configuration, such as primary-care.")
                    String recipient,
            @Option(
                            names = "--on",
                            paramLabel = "DAY",
                            description = "On which day, such as 2027-03-01; default: today.")
                    LocalDate on,
            @Option(names = "--json", description = "As a JSON array.") boolean json) {
        return withPeople(config, person, (ledger, configuration, people) -> {
            DisclosurePrinter printer = new DisclosurePrinter(json);
            for (Found one : people) {
                Municipality municipality = configuration.municipalities().get(one.municipality());
                RecipientSystem system = municipality.recipients().get(recipient);
                if (system == null) {
                    err().println(municipality.name() + " has no recipient of that name; it has "
                            + String.join(", ", municipality.recipients().keySet()) + ".");
                    return BridgeCommand.WRONG;
                }
                SubjectFacts facts =
                        ledger.facts().read(one.municipality(), one.id()).orElseThrow();
                LocalDate day = on == null ? LocalDate.now(Clock.system(municipality.timeZone())) : on;
                Composer.compose(facts, day, municipality.timeZone())
                        .map(PersonRecord.class::cast)
                        .ifPresent(record -> printer.person(
                                new DisclosurePolicy(table(municipality), recipient, system.operatedBy())
                                        .of(record, Recorded.of(facts), day),
                                record,
                                recipient,
                                day));
            }
            return print(printer);
        });
    }

    private static DisclosureTable table(Municipality municipality) {
        return DisclosureTableFile.read(municipality.disclosure()).table();
    }

    private int print(DisclosurePrinter printer) {
        out().print(printer.text());
        out().flush();
        return BridgeCommand.GOOD;
    }
}
