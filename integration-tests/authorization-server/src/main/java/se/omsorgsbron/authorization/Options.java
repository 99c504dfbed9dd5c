package se.omsorgsbron.authorization;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param port the port to listen on at 127.0.0.1; 0 takes a free one
 * @param clients the file of the clients that are registered ({@link Client})
 */
record Options(int port, Path clients) {

    static final String USAGE = "usage: authorization-server.jar --clients FILE [--port N]";

    /** Throws IllegalArgumentException, whose message tells what to write instead. */
    static Options parse(List<String> arguments) {
        int port = 0;
        Optional<Path> clients = Optional.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("A value is missing after " + name + "; " + USAGE);
            }
            switch (name) {
                case "--port" -> port = portOf(arguments.get(i + 1));
                case "--clients" -> clients = Optional.of(Path.of(arguments.get(i + 1)));
                default -> throw new IllegalArgumentException("Unknown argument " + name + "; " + USAGE);
            }
        }
        return new Options(
                port, clients.orElseThrow(() -> new IllegalArgumentException("--clients is missing; " + USAGE)));
    }

    private static int portOf(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("--port takes a number from 0 to 65535; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
