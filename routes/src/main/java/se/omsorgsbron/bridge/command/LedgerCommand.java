package se.omsorgsbron.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.omsorgsbron.bridge.app.LedgerAccess;
import se.omsorgsbron.bridge.command.PersonOption.Found;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/** What the commands have in common that work on a bridge's ledger: they open it, and say it in a sentence if that fails. */
abstract class LedgerCommand implements Runnable {
    @Spec
    CommandSpec spec;

    /** What a command does; returns its exit code. */
    @FunctionalInterface
    interface Work {
        int on(LedgerAccess ledger, BridgeConfiguration configuration) throws IOException;
    }

    /** What a command does with the people whom its option can mean. */
    @FunctionalInterface
    interface PeopleWork {
        int on(LedgerAccess ledger, BridgeConfiguration configuration, List<Found> people) throws IOException;
    }

    /** @param scope what the user needs, such as {@code held.read} */
    final int with(ConfigOption config, String scope, Work work) {
        Optional<BridgeConfiguration> configuration = config.load(err());
        if (configuration.isEmpty()) {
            return BridgeCommand.UNUSABLE;
        }
        Optional<String> obstacle = Operator.obstacle(configuration.get(), scope);
        if (obstacle.isPresent()) {
            err().println(obstacle.get());
            return BridgeCommand.UNUSABLE;
        }
        try (LedgerAccess ledger = LedgerAccess.open(configuration.get())) {
            return work.on(ledger, configuration.get());
        } catch (DataAccessException | TransactionException e) {
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

    final int withPeople(ConfigOption config, String scope, PersonOption person, PeopleWork work) {
        return with(config, scope, (ledger, configuration) -> {
            List<Found> people = person.find(
                    ledger.subjects(), configuration.municipalities().keySet());
            if (people.isEmpty()) {
                err().println("Nobody is known under that name; client: and the id in Lifecare finds a person.");
                return BridgeCommand.WRONG;
            }
            return work.on(ledger, configuration, people);
        });
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
