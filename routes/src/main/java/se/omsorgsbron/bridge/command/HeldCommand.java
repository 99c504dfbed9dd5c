package se.omsorgsbron.bridge.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import se.omsorgsbron.bridge.audit.AuditRecord;
import se.omsorgsbron.bridge.audit.AuditRecord.Action;
import se.omsorgsbron.bridge.audit.AuditTrail;
import se.omsorgsbron.bridge.ledger.HeldItem;
import se.omsorgsbron.bridge.ledger.HeldItems;

/** What is held back, and what to do about it. */
@Command(
        name = "held",
        description = "What is held back, why, and whose it is to mend.",
        mixinStandardHelpOptions = true)
final class HeldCommand extends LedgerCommand {
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, retry or discard.");
    }

    @Command(name = "list", description = "Lists what is held back, oldest first.", mixinStandardHelpOptions = true)
    int list(@Mixin ConfigOption config, @Option(names = "--json", description = "As a JSON array.") boolean json) {
        return withHeld(config, (held, audit) -> {
            List<HeldItem> items = held.list();
            out().print(json ? HeldPrinter.json(items) : HeldPrinter.table(items));
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
        return withHeld(config, (held, audit) -> {
            Optional<HeldItem> item = held.show(id);
            item.ifPresent(i -> audit.append(record(Action.ACCESS, i, ActorOption.user(), "")));
            item.ifPresent(i ->
                    out().print(json ? HeldPrinter.json(i, held.history(id)) : HeldPrinter.page(i, held.history(id))));
            return item.isPresent() ? BridgeCommand.GOOD : none(id);
        });
    }

    @Command(
            name = "retry",
            description = "Tries a held item again, after a mend. The try is recorded.",
            mixinStandardHelpOptions = true)
    int retry(
            @Mixin ConfigOption config,
            @Mixin ActorOption actor,
            @Option(names = "--json", description = "As a JSON object.") boolean json,
            @Parameters(paramLabel = "ID", description = "The item's number from 'held list'.") long id) {
        return withHeld(config, (held, audit) -> {
            if (!held.retry(id, actor.by())) {
                return none(id);
            }
            audit.append(record(Action.RETRY, held.show(id).orElseThrow(), actor.by(), ""));
            out().println(
                            json
                                    ? JsonText.done(id, "retried")
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
            @Mixin ActorOption actor,
            @Option(names = "--json", description = "As a JSON object.") boolean json,
            @Option(names = "--reason", required = true, description = "Why, without personal data.") String reason,
            @Parameters(paramLabel = "ID", description = "The item's number from 'held list'.") long id) {
        return withHeld(config, (held, audit) -> {
            if (!held.discard(id, actor.by(), reason)) {
                return none(id);
            }
            audit.append(record(Action.DISCARD, held.show(id).orElseThrow(), actor.by(), reason));
            out().println(
                            json
                                    ? JsonText.done(id, "discarded")
                                    : "Item " + id + " is discarded; it is held again only if it changes.");
            return BridgeCommand.GOOD;
        });
    }

    private static AuditRecord record(Action action, HeldItem item, String actor, String why) {
        return AuditRecord.byOperator(
                action,
                item.what().municipality(),
                item.what().delivery().map(HeldItem.Held.Delivery::subject),
                actor,
                List.of(new AuditRecord.DataObject("HeldItem/" + item.id(), false, List.of())),
                why);
    }

    /** What is done with held items and its audit happen together or not at all. */
    private int withHeld(ConfigOption config, BiFunction<HeldItems, AuditTrail, Integer> action) {
        return with(
                config,
                (ledger, configuration) ->
                        ledger.transactions().execute(status -> action.apply(ledger.held(), ledger.audit())));
    }

    private int none(long id) {
        err().println("No item " + id + " is held; 'held list' shows what is.");
        return BridgeCommand.WRONG;
    }
}
