package se.omsorgsbron.bridge.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.BridgeConfiguration.Municipality;
import se.omsorgsbron.bridge.disclosure.DisclosurePolicy;
import se.omsorgsbron.bridge.disclosure.DisclosureTable;
import se.omsorgsbron.bridge.operations.DisclosureWords;
import se.omsorgsbron.bridge.operations.Explanations;
import se.omsorgsbron.bridge.operations.Policies;

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
        DisclosureWords words = new DisclosureWords(json);
        configuration.get().municipalities().forEach((code, municipality) -> {
            DisclosureTable table = table(municipality);
            words.table(code, municipality, table);
        });
        return print(words);
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
        return withPeople(config, "disclosure.read", person, (ledger, configuration, people) -> {
            DisclosureWords words = new DisclosureWords(json);
            for (Found one : people) {
                Municipality municipality = configuration.municipalities().get(one.municipality());
                Map<String, DisclosurePolicy> policies = Policies.of(municipality);
                DisclosurePolicy policy = policies.get(recipient);
                if (policy == null) {
                    err().println(municipality.name() + " has no recipient of that name; it has "
                            + String.join(", ", policies.keySet()) + ".");
                    return BridgeCommand.WRONG;
                }
                LocalDate day = on == null ? LocalDate.now(Clock.system(municipality.timeZone())) : on;
                new Explanations(ledger.facts())
                        .explain(words, one.municipality(), municipality.timeZone(), policy, one.id(), day);
            }
            return print(words);
        });
    }

    private static DisclosureTable table(Municipality municipality) {
        return municipality.table();
    }

    private int print(DisclosureWords words) {
        out().print(words.text());
        out().flush();
        return BridgeCommand.GOOD;
    }
}
