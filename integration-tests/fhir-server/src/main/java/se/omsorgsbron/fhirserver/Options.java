package se.omsorgsbron.fhirserver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param port the port to listen on at 127.0.0.1; 0 takes a free one
 * @param data the folder where the store is kept between runs; empty keeps it in memory
 * @param accessLog the file that gets one line per request, appended; empty writes none
 */
record Options(int port, Optional<Path> data, Optional<Path> accessLog) {

    static final String USAGE = "usage: fhir-server.jar [--port N] [--data DIR] [--access-log FILE]";

    /** Throws IllegalArgumentException, whose message tells what to write instead. */
    static Options parse(List<String> arguments) {
        Options options = new Options(0, Optional.empty(), Optional.empty());
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("A value is missing after " + name + "; " + USAGE);
            }
            options = options.with(name, arguments.get(i + 1));
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--port" -> new Options(portOf(value), data, accessLog);
            case "--data" -> new Options(port, Optional.of(Path.of(value)), accessLog);
            case "--access-log" -> new Options(port, data, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("Unknown argument " + name + "; " + USAGE);
        };
    }

    private static int portOf(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("--port takes a number from 0 to 65535; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
