package se.omsorgsbron.bridge.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import se.omsorgsbron.bridge.ledger.HeldItem;
import se.omsorgsbron.bridge.operations.HeldDesk;
import se.omsorgsbron.bridge.operations.HeldWords;

/** What is held back, and what to do about it. */
@Command(
        name = "held",
        description = "What is held back, why, and whose it is to mend.",
        mixinStandardHelpOptions = true)
final class HeldCommand extends LedgerCommand {
    /** A command works on the ledger itself, and sees every municipality in it. */
    private static final Optional<String> EVERYWHERE = Optional.empty();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, retry or discard.");
    }

    @Command(name = "list", description = "Lists what is held back, oldest first.", mixinStandardHelpOptions = true)
    int list(@Mixin ConfigOption config, @Option(names = "--json", description = "As a JSON array.") boolean json) {
        return with(config, "held.read", (ledger, configuration) -> {
            List<HeldItem> items = ledger.heldDesk().list(EVERYWHERE);
            out().print(json ? HeldWords.json(items) : HeldWords.table(items));
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "show",
            description = "Shows one held item: its original, the problem in words, who has to act, and its history.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin ConfigOption config,
            @Option(names = "--json", description = "As a JSON object.") boolean json,
            @Parameters(paramLabel = "ID", description = "The item's number from 'held list'.") long id) {
        return with(config, "held.read", (ledger, configuration) -> {
            Optional<HeldDesk.Page> page = ledger.heldDesk().show(EVERYWHERE, id, Operator.user());
            page.ifPresent(p ->
                    out().print(json ? HeldWords.json(p.item(), p.history()) : HeldWords.page(p.item(), p.history())));
            return page.isPresent() ? BridgeCommand.GOOD : none(id);
        });
    }

    @Command(
            name = "retry",
            description = "Tries a held item again, after a mend. The try is recorded.",
            mixinStandardHelpOptions = true)
    int retry(
            @Mixin ConfigOption config,
            @Option(names = "--json", description = "As a JSON object.") boolean json,
            @Parameters(paramLabel = "ID", description = "The item's number from 'held list'.") long id) {
        return with(config, "held.write", (ledger, configuration) -> {
            if (!ledger.heldDesk().retry(EVERYWHERE, id, Operator.user())) {
                return none(id);
            }
            out().println(
                            json
                                    ? HeldWords.done(id, "retried")
                                    : "Item " + id + " is tried again at the next reading or delivery; 'held show " + id
                                            + "' tells what came of it.");
            return BridgeCommand.GOOD;
        });
    }

    @Command(
            name = "discard",
            description = "Decides that a held item is not needed as it is. The decision and its reason are recorded.",
            mixinStandardHelpOptions = true)
    int discard(
            @Mixin ConfigOption config,
            @Option(names = "--json", description = "As a JSON object.") boolean json,
            @Option(names = "--reason", required = true, description = "Why, without personal data.") String reason,
            @Parameters(paramLabel = "ID", description = "The item's number from 'held list'.") long id) {
        return with(config, "held.write", (ledger, configuration) -> {
            if (!ledger.heldDesk().discard(EVERYWHERE, id, Operator.user(), reason)) {
                return none(id);
            }
            out().println(
                            json
                                    ? HeldWords.done(id, "discarded")
                                    : "Item " + id + " is discarded; it is held again only if it changes.");
            return BridgeCommand.GOOD;
        });
    }

    private int none(long id) {
        err().println("No item " + id + " is held; 'held list' shows what is.");
        return BridgeCommand.WRONG;
    }
}
