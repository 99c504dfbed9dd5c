package se.omsorgsbron.sandbox.launch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.omsorgsbron.sandbox.launch.ClientRegister.Registered;

/** An access token of the running town, for use in another command. */
@Command(
        name = "omsorgsbron token",
        description = {
            "Prints a fresh access token of one of the running town's clients and nothing else; it is good for five minutes.",
            "Without CLIENT: who the clients are, and what each of them may do."
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int UNUSABLE = 2;

    private final Optional<RunningTown> town;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CLIENT", description = "Such as coordinator-0127.")
    private String client;

    private TokenCommand(Optional<RunningTown> town) {
        this.town = town;
    }

    /** The command, whose help lists the clients of the running town. */
    static CommandLine line(Optional<RunningTown> town) {
        CommandLine line = new CommandLine(new TokenCommand(town));
        line.getCommandSpec().usageMessage().footer(footer(town));
        return line;
    }

    private static String[] footer(Optional<RunningTown> town) {
        if (town.isEmpty()) {
            return new String[] {"", "No town is running."};
        }
        List<String> lines = new ArrayList<>(List.of("", "The clients of the running town:"));
        try {
            for (Registered client : new ClientRegister(town.get().folder()).list()) {
                lines.add(String.format("  %-18s  %s", client.id(), client.name()));
            }
        } catch (IllegalStateException unreadable) {
            lines.add("  " + unreadable.getMessage());
        }
        // A percent sign would be a format to picocli.
        return lines.stream().map(row -> row.replace("%", "%%")).toArray(String[]::new);
    }

    private static List<String> list(RunningTown running) {
        List<Registered> clients = new ClientRegister(running.folder()).list();
        int longestId = clients.stream().mapToInt(c -> c.id().length()).max().orElse(1);
        int longestName =
                clients.stream().mapToInt(c -> c.name().length()).max().orElse(1);
        String row = "%-" + longestId + "s  %-" + longestName + "s  %s";
        return clients.stream()
                .map(c -> String.format(row, c.id(), c.name(), c.scope()))
                .toList();
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            PrintWriter out = spec.commandLine().getOut();
            RunningTown running = town.orElseThrow(() -> new IllegalStateException(
                    "No town is running: start one with './omsorgsbron sandbox' and try again."));
            if (client == null) {
                list(running).forEach(out::println);
            } else {
                out.println(token(running));
            }
            return GOOD;
        } catch (IllegalStateException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return UNUSABLE;
        }
    }

    private String token(RunningTown running) throws InterruptedException {
        ClientRegister register = new ClientRegister(running.folder());
        Registered registered = register.find(client)
                .orElseThrow(
                        () -> new IllegalStateException("The running town has no client " + client + ": write one of "
                                + register.list().stream().map(Registered::id).collect(Collectors.joining(", "))
                                + "."));
        return AccessToken.ask(running.authorization(), registered, register.key(client));
    }
}
