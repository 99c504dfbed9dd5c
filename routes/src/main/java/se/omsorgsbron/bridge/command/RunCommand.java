package se.omsorgsbron.bridge.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.omsorgsbron.bridge.app.BridgeApplication;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/** Runs the bridge. */
@Command(name = "run", description = "Runs the bridge against real systems.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<BridgeConfiguration> configuration =
                config.load(spec.commandLine().getErr());
        if (configuration.isEmpty()) {
            return BridgeCommand.UNUSABLE;
        }
        BridgeApplication.start(configuration.get(), config.file());
        return BridgeCommand.KEEPS_RUNNING;
    }
}
