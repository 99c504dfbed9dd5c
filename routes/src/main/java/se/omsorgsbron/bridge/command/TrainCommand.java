package se.omsorgsbron.bridge.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.omsorgsbron.bridge.app.Training;
import se.omsorgsbron.bridge.config.ConfigurationFile;
import se.omsorgsbron.bridge.config.ConfigurationFile.Loaded;

/** Starts on systems that do not exist, and ends: see {@link Training}. */
@Command(
        name = "train",
        hidden = true,
        description = "Starts without any system and ends, for an archive of classes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path file = Files.createTempFile("training", ".yaml");
        try (InputStream settings = TrainCommand.class.getResourceAsStream("/training.yaml")) {
            Files.copy(settings, file, StandardCopyOption.REPLACE_EXISTING);
            if (ConfigurationFile.load(file) instanceof Loaded.Good good) {
                Training.run(good.configuration(), file);
                return BridgeCommand.GOOD;
            }
            return BridgeCommand.WRONG;
        } finally {
            Files.delete(file);
        }
    }
}
