package se.omsorgsbron.benchmarks;

import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entrance of the benchmarks' jar. */
@Command(
        name = "omsorgsbron bench",
        description = "Measures the bridge on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = DisclosureCommand.class)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: disclosure.");
    }

    /** Exit codes: 0 good, 1 too slow, 2 unusable arguments or environment. */
    public static void main(String[] args) {
        String[] rest = args.length > 0 && "bench".equals(args[0]) ? Arrays.copyOfRange(args, 1, args.length) : args;
        System.exit(new CommandLine(new Main()).execute(rest));
    }
}
