package se.omsorgsbron.bridge.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.omsorgsbron.bridge.config.ConfigurationFile;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;

/** Says what is wrong with a configuration without starting. */
@Command(
        name = "check-config",
        description = "Says what is wrong with a configuration, without starting anything.",
        mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The configuration to check.")
    private Path file;

    @Option(names = "--json", description = "As a JSON object: good, and the problems.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Loaded loaded = ConfigurationFile.load(file);
        List<String> problems = loaded instanceof Loaded.Bad bad ? bad.sentences() : List.of();
        if (json) {
            spec.commandLine().getOut().println(JsonText.problems(problems));
        } else if (problems.isEmpty()) {
            spec.commandLine().getOut().println("The configuration is good.");
        } else {
            problems.forEach(spec.commandLine().getErr()::println);
        }
        return problems.isEmpty() ? BridgeCommand.GOOD : BridgeCommand.WRONG;
    }
}
