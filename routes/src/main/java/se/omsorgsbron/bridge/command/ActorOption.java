package se.omsorgsbron.bridge.command;

import picocli.CommandLine.Option;

/** Who does it; stands in the audit. */
final class ActorOption {
    @Option(
            names = "--by",
            description = "Who does it; default: the user of this computer.",
            defaultValue = "${sys:user.name}")
    private String by;

    /** The user of this computer, where a command does not ask who it is. */
    static String user() {
        return System.getProperty("user.name", "unknown");
    }

    String by() {
        return by;
    }
}
