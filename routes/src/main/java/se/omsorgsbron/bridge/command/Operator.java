package se.omsorgsbron.bridge.command;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.omsorgsbron.bridge.access.Role;
import se.omsorgsbron.bridge.config.BridgeConfiguration;

/**
 * Who uses a command: the user of this computer, or who became that user with sudo. The name stands in the audit; what that user may
 * do stands in {@code omsorgsbron.operators}.
 */
final class Operator {
    private Operator() {}

    static String user() {
        return Optional.ofNullable(System.getenv("SUDO_USER"))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> System.getProperty("user.name", "unknown"));
    }

    /** Why the user may not do that, in a sentence; empty if the user may. */
    static Optional<String> obstacle(BridgeConfiguration configuration, String scope) {
        String user = user();
        if (configuration.operators().getOrDefault(user, Set.of()).stream().anyMatch(role -> role.covers(scope))) {
            return Optional.empty();
        }
        String roles = EnumSet.allOf(Role.class).stream()
                .filter(role -> role.covers(scope))
                .map(Role::code)
                .collect(Collectors.joining(" or "));
        return Optional.of("The user " + user + " may not do this. It needs the role " + roles
                + ": whoever keeps the configuration can write it under omsorgsbron.operators." + user + ".");
    }
}
