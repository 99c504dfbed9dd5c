package se.omsorgsbron.bridge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import se.omsorgsbron.bridge.command.BridgeCommand;

/** The entrance of the jar: {@code run}, {@code check-config} and {@code held}. */
public final class Main {
    private Main() {}

    /** Exit codes: 0 good, 1 something is wrong, 2 unusable arguments or environment. */
    public static void main(String[] args) {
        // Until Spring Boot sets logging up, for the running bridge, nothing is said on the terminal but what a command
        // prints.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        int exit = new CommandLine(new BridgeCommand()).execute(args);
        // The running bridge returns from run() with its threads at work; every other command is over.
        if (exit != BridgeCommand.KEEPS_RUNNING) {
            System.exit(exit);
        }
    }
}
