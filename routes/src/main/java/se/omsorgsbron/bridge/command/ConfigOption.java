package se.omsorgsbron.bridge.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import se.omsorgsbron.bridge.config.BridgeConfiguration;
import se.omsorgsbron.bridge.config.ConfigurationFile;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;

/** The option that every command takes. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The bridge's configuration. Without it: that of the running sandbox.",
            defaultValue = "${env:OMSORGSBRON_CONFIG}")
    private Path file;

    Path file() {
        return file;
    }

    /** Whether no configuration is named and no sandbox is running. */
    boolean isNone() {
        return file == null || file.toString().isBlank();
    }

    /** The configuration, or empty after saying what is wrong with it. */
    Optional<BridgeConfiguration> load(PrintWriter err) {
        if (isNone()) {
            err.println(
                    "Name the configuration with --config FILE; no sandbox is running whose configuration could be used.");
            return Optional.empty();
        }
        Loaded loaded = ConfigurationFile.load(file);
        if (loaded instanceof Loaded.Bad bad) {
            bad.sentences().forEach(err::println);
        }
        return loaded instanceof Loaded.Good good ? Optional.of(good.configuration()) : Optional.empty();
    }
}
