package se.omsorgsbron.sandbox.caremanagement;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param town the town folder, of which the folder {@code caremanagement} is read
 * @param state the folder where the state is kept between runs; empty keeps none
 * @param port the port to listen on at 127.0.0.1; 0 takes a free one
 * @param accessLog the file that gets one line per request, appended; empty writes none
 */
record Options(Path town, Optional<Path> state, int port, Optional<Path> accessLog) {

    static final String USAGE = "usage: caremanagement --town DIR [--state DIR] [--port N] [--access-log FILE]";

    private static final Path NO_TOWN = Path.of("");

    /** Throws IllegalArgumentException, whose message tells what to write instead. */
    static Options parse(List<String> arguments) {
        Options options = new Options(NO_TOWN, Optional.empty(), 0, Optional.empty());
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("A value is missing after " + name + "; " + USAGE);
            }
            options = options.with(name, arguments.get(i + 1));
        }
        if (options.town.equals(NO_TOWN)) {
            throw new IllegalArgumentException("--town is missing; " + USAGE);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--town" -> new Options(Path.of(value), state, port, accessLog);
            case "--state" -> new Options(town, Optional.of(Path.of(value)), port, accessLog);
            case "--port" -> new Options(town, state, number(name, value), accessLog);
            case "--access-log" -> new Options(town, state, port, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("Unknown argument " + name + "; " + USAGE);
        };
    }

    private static int number(String name, String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(name + " takes a number from 0 to 65535; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
