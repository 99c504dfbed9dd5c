package se.omsorgsbron.sandbox.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.omsorgsbron.sandbox.check.CheckFailed;
import se.omsorgsbron.sandbox.check.HeldItem;
import se.omsorgsbron.sandbox.check.HeldItems;

/** Asks the bridge what it holds back, with the command that a person would use. */
final class BridgeHeldItems implements HeldItems {
    private final RunningTown town;

    BridgeHeldItems(RunningTown town) {
        this.town = town;
    }

    @Override
    public List<HeldItem> list() {
        Home home = new Home(Path.of(town.home()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Home.options(home.bridge()));
        command.addAll(
                List.of("-jar", home.bridge().toString(), "held", "list", "--json", "--config", town.configuration()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CheckFailed("'omsorgsbron held list' failed with exit code " + process.exitValue());
            }
            return HeldItems.fromJson(json);
        } catch (IOException e) {
            throw new CheckFailed("'omsorgsbron held list' could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckFailed("'omsorgsbron held list' was interrupted", e);
        }
    }
}
