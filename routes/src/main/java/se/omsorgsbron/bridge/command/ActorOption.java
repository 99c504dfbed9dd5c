package se.omsorgsbron.bridge.command;

import picocli.CommandLine.Option;

/** Who does it; stands in the audit. */
final class ActorOption {
    @Option(
            names = "--by",
            description = "Who does it; default: the user of this computer.",
            defaultValue = "${sys:user.name}")
    private String by;

    String by() {
        return by;
    }
}
