package se.omsorgsbron.bridge.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.ledger.RiskTable.Row;
import se.omsorgsbron.bridge.operations.RiskWords;

/** Who has received and who has seen each risk. */
@Command(
        name = "risks",
        description = "Who is to know each risk of the last thirty days, who has received it and who has seen it.",
        mixinStandardHelpOptions = true)
final class RisksCommand extends LedgerCommand {
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or show.");
    }

    @Command(
            name = "list",
            description = "Lists the risks of everybody, the newest first, with a line for each recipient.",
            mixinStandardHelpOptions = true)
    int list(@Mixin ConfigOption config, @Option(names = "--json", description = "As a JSON array.") boolean json) {
        return with(config, "held.read", (ledger, configuration) -> {
            print(ledger.riskDesk().list(Optional.empty()), json);
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "show",
            description = "Lists the risks of one person. The look is audited.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin ConfigOption config,
            @Mixin PersonOption person,
            @Option(names = "--json", description = "As a JSON array.") boolean json) {
        return withPeople(config, "held.read", person, (ledger, configuration, people) -> {
            List<Row> rows = new ArrayList<>();
            for (Found one : people) {
                rows.addAll(ledger.riskDesk().of(one.municipality(), one.id(), Operator.user()));
            }
            print(rows, json);
            return BridgeCommand.GOOD;
        });
    }

    private void print(List<Row> rows, boolean json) {
        out().print(json ? RiskWords.json(rows) : RiskWords.table(rows));
    }
}
