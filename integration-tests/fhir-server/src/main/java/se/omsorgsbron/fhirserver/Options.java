package se.omsorgsbron.fhirserver;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param port the port to listen on at 127.0.0.1; 0 takes a free one
 * @param data the folder where the store is kept between runs; empty keeps it in memory
 * @param accessLog the file that gets one line per request, appended; empty writes none
 * @param trust whose tokens are taken; empty lets everybody in and looks at no token
 */
record Options(int port, Optional<Path> data, Optional<Path> accessLog, Optional<Trust> trust) {

    static final String USAGE = "usage: fhir-server.jar [--port N] [--data DIR] [--access-log FILE]"
            + " [--issuer URL --issuer-jwks URL --audience URI]";
    private static final Set<String> TRUST = Set.of("--issuer", "--issuer-jwks", "--audience");
    private static final Set<String> OTHERS = Set.of("--port", "--data", "--access-log");

    /**
     * Whose tokens are taken.
     *
     * @param issuer who has to have issued them
     * @param keys where its public keys are
     * @param audience whom they have to be for
     */
    record Trust(String issuer, URL keys, String audience) {}

    /** Throws IllegalArgumentException, whose message tells what to write instead. */
    static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!TRUST.contains(name) && !OTHERS.contains(name)) {
                throw new IllegalArgumentException("Unknown argument " + name + "; " + USAGE);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("A value is missing after " + name + "; " + USAGE);
            }
            given.put(name, arguments.get(i + 1));
        }
        return new Options(
                port(given.getOrDefault("--port", "0")),
                Optional.ofNullable(given.get("--data")).map(Path::of),
                Optional.ofNullable(given.get("--access-log")).map(Path::of),
                trust(given));
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("--port takes a number from 0 to 65535; " + USAGE);
        }
        return Integer.parseInt(value);
    }

    private static Optional<Trust> trust(Map<String, String> given) {
        if (TRUST.stream().noneMatch(given::containsKey)) {
            return Optional.empty();
        }
        if (!given.keySet().containsAll(TRUST)) {
            throw new IllegalArgumentException(
                    "--issuer, --issuer-jwks and --audience go together: write all three; " + USAGE);
        }
        return Optional.of(
                new Trust(given.get("--issuer"), address(given.get("--issuer-jwks")), given.get("--audience")));
    }

    private static URL address(String value) {
        try {
            return URI.create(value).toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new IllegalArgumentException("--issuer-jwks takes a URL; " + USAGE, e);
        }
    }
}
