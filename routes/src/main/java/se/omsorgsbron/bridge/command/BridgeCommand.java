package se.omsorgsbron.bridge.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code omsorgsbron} without the sandbox. */
@Command(
        name = "omsorgsbron",
        description = "Keeps a municipality's case system and primary care in step, as FHIR R4.",
        mixinStandardHelpOptions = true,
        version = "Omsorgsbron 0.1",
        subcommands = {
            RunCommand.class,
            CheckConfigCommand.class,
            HeldCommand.class,
            RisksCommand.class,
            DisclosureCommand.class,
            ExplainCommand.class,
            AuditCommand.class,
            PersonCommand.class,
            TrainCommand.class
        })
public final class BridgeCommand implements Runnable {
    /** What {@link RunCommand} returns: the process goes on. */
    public static final int KEEPS_RUNNING = -1;

    static final int GOOD = 0;
    static final int WRONG = 1;
    static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say what to do: run, check-config, held, risks, disclosure, explain, audit or person.");
    }
}
